import 'server-only'
import { router } from '../trpc/init'
import { annotatorProcedure, assignmentProcedure } from '../trpc/procedures'
import { reviseJudgment, saveDraft, submitJudgment } from './commands'
import { getStatement, listOwnJudgments } from './queries'
import {
  listOwnInput,
  listOwnOutput,
  reviseOutput,
  saveDraftInput,
  saveDraftOutput,
  statementInput,
  statementOutput,
  submitInput,
  submitOutput,
} from './schema'

export const judgmentsRouter = router({
  saveDraft: assignmentProcedure
    .input(saveDraftInput)
    .output(saveDraftOutput)
    .mutation(({ ctx, input }) => saveDraft(ctx.assignment, input)),
  submit: assignmentProcedure
    .input(submitInput)
    .output(submitOutput)
    .mutation(({ ctx, input }) => submitJudgment(ctx.assignment, input)),
  revise: assignmentProcedure
    .input(submitInput)
    .output(reviseOutput)
    .mutation(({ ctx, input }) => reviseJudgment(ctx.assignment, input)),
  listOwn: annotatorProcedure
    .input(listOwnInput)
    .output(listOwnOutput)
    .query(({ ctx, input }) => listOwnJudgments(ctx.actor, input)),
  getStatement: annotatorProcedure
    .input(statementInput)
    .output(statementOutput)
    .query(({ ctx, input }) => getStatement(ctx.actor.userId, input)),
})
