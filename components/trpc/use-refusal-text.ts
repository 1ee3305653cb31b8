import { useLocale, useTranslations } from 'next-intl'
import type { DomainErrorCode } from '@/server/platform/errors'

interface Refusal {
  message?: unknown
  data?: { domain?: DomainErrorCode | null } | null
}

interface Wording {
  /** Adds what the server said in English: for admins, to whom it names what stands in the way. */
  withDetail?: boolean
}

/**
 * What to tell somebody about a request that failed. The server speaks English: in that language its own words are shown,
 * in another one our text for the kind of its refusal.
 */
export function useRefusalText({ withDetail = false }: Wording = {}): (error: unknown) => string {
  const t = useTranslations('failures')
  const isEnglish = useLocale().startsWith('en')
  return error => {
    // What a page says about its own form is in its reader's language already.
    if (error instanceof Error && error.name === 'Error') return error.message
    const { message, data } = (error ?? {}) as Refusal
    const kind = data?.domain
    const said = kind && typeof message === 'string' ? message : ''
    if (isEnglish && said) return said
    const text = t(kind ?? (data ? 'unexpected' : 'unreachable'))
    return withDetail && said ? `${text} (\u2068${said}\u2069)` : text
  }
}
