import { z } from 'zod'
import { words } from '../../criteria/base-schema'
import { mostMessageCharacters } from '../../criteria/limits'

const messageText = words(mostMessageCharacters).refine(text => text.trim() !== '', 'Write a message first.')

/** From an annotator, about an own assignment. */
export const sendMessageInput = z.object({ text: messageText })
/** From an admin: to the annotator of an assignment. */
export const replyInput = z.object({ assignment: z.uuid(), text: messageText })
export const listThreadsInput = z.object({ unanswered: z.boolean().default(false) })

/** What an annotator sees of a thread. Admins are "the team": who of them wrote is not said. */
export const ownMessageSchema = z.strictObject({
  from: z.enum(['me', 'team']),
  text: z.string(),
  at: z.iso.datetime(),
})
export const ownThreadOutput = z.strictObject({ messages: z.array(ownMessageSchema) })
export type OwnThread = z.infer<typeof ownThreadOutput>

export const listOwnThreadsOutput = z.strictObject({
  threads: z.array(
    z.strictObject({
      assignment: z.uuid(),
      study: z.string(),
      studyName: z.string(),
      promptStart: z.string(),
      lastText: z.string(),
      lastFrom: z.enum(['me', 'team']),
      lastAt: z.iso.datetime(),
      /** Answers that have not been on the screen yet. */
      unread: z.number().int(),
    }),
  ),
})
export type OwnThreadSummary = z.infer<typeof listOwnThreadsOutput>['threads'][number]
