import 'server-only'
import { router } from '../trpc/init'
import { annotatorProcedure, assignmentProcedure, studyProcedure } from '../trpc/procedures'
import { acceptDraft } from './commands/accept-draft'
import { revealAssignment } from './commands/reveal-assignment'
import { reviseJudgment, saveDraft, submitJudgment } from './commands/submit-judgment'
import { getStatement, listOwnJudgments, listReturned, listStrandedDrafts } from './queries'
import {
  acceptDraftInput,
  listOwnInput,
  listOwnOutput,
  listReturnedOutput,
  revealInput,
  revealOutput,
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
  reveal: assignmentProcedure
    .input(revealInput)
    .output(revealOutput)
    .mutation(({ ctx, input }) => revealAssignment(ctx.assignment, input)),
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
  listReturned: annotatorProcedure.output(listReturnedOutput).query(({ ctx }) => listReturned(ctx.actor)),
  getStatement: annotatorProcedure
    .input(statementInput)
    .output(statementOutput)
    .query(({ ctx, input }) => getStatement(ctx.actor.userId, input)),
  listStranded: studyProcedure.query(({ ctx }) => listStrandedDrafts(ctx.study)),
  acceptDraft: studyProcedure
    .input(acceptDraftInput)
    .mutation(({ ctx, input }) => acceptDraft(ctx.study, input.assignment)),
})
