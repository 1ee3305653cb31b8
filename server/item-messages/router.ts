import 'server-only'
import { router } from '../trpc/init'
import { annotatorProcedure, assignmentProcedure, studyProcedure } from '../trpc/procedures'
import { readOwnThread, replyToAnnotator, sendMessage } from './commands'
import { listOwnThreads, listStudyThreads } from './queries'
import { listOwnThreadsOutput, listThreadsInput, ownThreadOutput, replyInput, sendMessageInput } from './schema'

export const itemMessagesRouter = router({
  listOwn: annotatorProcedure.output(listOwnThreadsOutput).query(({ ctx }) => listOwnThreads(ctx.actor)),
  /** The thread of an own assignment; its answers count as read from now on. */
  readOwn: assignmentProcedure.output(ownThreadOutput).mutation(({ ctx }) => readOwnThread(ctx.assignment)),
  send: assignmentProcedure
    .input(sendMessageInput)
    .output(ownThreadOutput)
    .mutation(({ ctx, input }) => sendMessage(ctx.assignment, input.text)),
  list: studyProcedure.input(listThreadsInput).query(({ ctx, input }) => listStudyThreads(ctx.study, input.unanswered)),
  reply: studyProcedure
    .input(replyInput)
    .mutation(({ ctx, input }) => replyToAnnotator(ctx.study, input.assignment, input.text)),
})
