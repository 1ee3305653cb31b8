import { z } from 'zod'
import { deliveryProblemSchema, eventTypeSchema, webhookUrlSchema } from '../../webhooks/schema'
import { countSchema, idSchema, timeSchema } from './values'

const attempt = {
  at: timeSchema,
  status: z.number().int().nullable().describe('Null: there was no answer.'),
  problem: deliveryProblemSchema.nullable(),
}

export const webhookSchema = z.object({
  id: idSchema,
  url: z.string(),
  events: z.array(eventTypeSchema),
  studySlug: z.string().nullable().describe('The only study that it hears of.'),
  isEnabled: z.boolean(),
  createdAt: timeSchema,
  createdBy: z.string().nullable(),
  delivered: countSchema.describe('Of the last day, as the other counts.'),
  failed: countSchema,
  pending: countSchema,
  lastAttempt: z.object(attempt).nullable(),
})

export const createWebhookBody = z.strictObject({
  url: webhookUrlSchema,
  events: z.array(eventTypeSchema).min(1),
  study: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .nullable()
    .default(null)
    .describe('Slug or id; null: all that the key reaches.'),
})

export const madeWebhookSchema = z.object({
  id: idSchema,
  secret: z.string().describe('What messages are signed with (Standard Webhooks). Shown once.'),
})

export const changeWebhookBody = z.strictObject({ isEnabled: z.boolean() })

export const deliverySchema = z.object({
  id: idSchema,
  type: z.string(),
  state: z.enum(['PENDING', 'DELIVERED', 'FAILED']).transform(state => state.toLowerCase()),
  createdAt: timeSchema,
  attempts: z.array(
    z.object({ ...attempt, durationMs: countSchema, answer: z.string().describe('The last kilobyte of it.') }),
  ),
})
