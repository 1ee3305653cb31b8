import { z } from 'zod'
import { studyRefSchema } from '../studies/schema'

/** What a webhook can be told. */
export const eventTypes = ['study.opened', 'study.closed', 'assignment.judged', 'export.ready'] as const
export const eventTypeSchema = z.enum(eventTypes)
export type EventType = z.infer<typeof eventTypeSchema>

/** What "send a test" sends. */
export const testEventType = 'webhook.test'

/** Something that happened. */
export interface WebhookEventInput {
  studyId: string
  type: EventType
  /** Plain data; must hold nothing that breaks a blind that is still in force. */
  data: Record<string, unknown>
  /** Names the thing that happened: the same key of the same type is announced once. */
  key?: string
}

/** An address that is told. Whether it may be asked is decided when it is: names change their addresses. */
export const webhookUrlSchema = z
  .url({ protocol: /^https?$/, message: 'urlInvalid' })
  .max(2000, 'urlInvalid')
  .refine(url => URL.canParse(url) && new URL(url).username === '' && new URL(url).password === '', 'urlInvalid')

export const createWebhookSchema = z.object({
  url: webhookUrlSchema,
  events: z.array(eventTypeSchema).min(1, 'eventsMissing').max(eventTypes.length),
  /** Slug or id of the only study that it hears of; null: all. */
  study: studyRefSchema.nullable().default(null),
})
export type CreateWebhook = z.infer<typeof createWebhookSchema>

export const webhookRefSchema = z.object({ webhookId: z.uuid() })
export const setWebhookEnabledSchema = webhookRefSchema.extend({ isEnabled: z.boolean() })
export const deliveryRefSchema = webhookRefSchema.extend({ deliveryId: z.uuid() })

export const deliveryStateSchema = z.enum(['PENDING', 'DELIVERED', 'FAILED'])
export type DeliveryState = z.infer<typeof deliveryStateSchema>

/** Why there was no answer. */
export const deliveryProblems = [
  'private-address',
  'insecure',
  'port',
  'name',
  'connection',
  'timeout',
  'secret',
] as const
export const deliveryProblemSchema = z.enum(deliveryProblems)
export type DeliveryProblem = z.infer<typeof deliveryProblemSchema>

/** Which webhooks somebody may see and change: those of one study, or (null) all. */
export interface WebhookScope {
  studyId: string | null
}
export const allWebhooks: WebhookScope = { studyId: null }
