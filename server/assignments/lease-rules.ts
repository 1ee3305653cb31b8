// The part of a protocol that leasing looks at, in the form that the database functions take.
import { aheadIdleMs, draftProtectionMs, type Protocol } from '../studies/schema'

export const leaseRules = (protocol: Protocol): string =>
  JSON.stringify({
    leaseMs: protocol.leaseMinutes * 60_000,
    aheadIdleMs,
    draftProtectionMs,
    quota: protocol.quotaPerAnnotator,
    languageQuotas: protocol.quotaPerLanguage,
    expertise: protocol.expertise,
  })
