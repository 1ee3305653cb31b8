// Which webhooks a key sees: a key for one study those of that study alone.
import type { ApiKeyAccess } from '../people/access'
import type { WebhookScope } from '../webhooks/schema'

export const webhookScope = ({ study }: ApiKeyAccess): WebhookScope => ({ studyId: study?.id ?? null })
