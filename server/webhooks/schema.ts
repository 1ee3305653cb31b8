import { z } from 'zod'

/** What a webhook can be told. */
export const eventTypes = ['study.opened', 'study.closed', 'assignment.judged', 'export.ready'] as const
export const eventTypeSchema = z.enum(eventTypes)
export type EventType = z.infer<typeof eventTypeSchema>

/** Something that happened. */
export interface WebhookEventInput {
  studyId: string
  type: EventType
  /** Plain data; must hold nothing that breaks a blind that is still in force. */
  data: Record<string, unknown>
  /** Names the thing that happened: the same key of the same type is announced once. */
  key?: string
}
