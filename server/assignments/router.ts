import 'server-only'
import { router } from '../trpc/init'
import { annotatorProcedure, assignmentProcedure, memberProcedure } from '../trpc/procedures'
import { continueStudy, flagItem, showAssignment, skipAssignment, withdrawFlag } from './commands/lease-assignment'
import { getOwnAssignment, listOwnStudies } from './queries/own-assignments'
import {
  continueOutput,
  flagInput,
  flagOutput,
  getAssignmentOutput,
  listStudiesOutput,
  showAssignmentOutput,
  skipInput,
  skipOutput,
  withdrawFlagInput,
} from './schema'

export const assignmentsRouter = router({
  listStudies: annotatorProcedure.output(listStudiesOutput).query(({ ctx }) => listOwnStudies(ctx.actor)),
  continueStudy: memberProcedure.output(continueOutput).mutation(({ ctx }) => continueStudy(ctx.member)),
  getAssignment: assignmentProcedure.output(getAssignmentOutput).query(({ ctx }) => getOwnAssignment(ctx.assignment)),
  showAssignment: assignmentProcedure
    .output(showAssignmentOutput)
    .mutation(({ ctx }) => showAssignment(ctx.assignment)),
  skipAssignment: assignmentProcedure
    .input(skipInput)
    .output(skipOutput)
    .mutation(({ ctx, input }) => skipAssignment(ctx.assignment, input.reason, input.activeMs)),
  flagItem: assignmentProcedure
    .input(flagInput)
    .output(flagOutput)
    .mutation(({ ctx, input }) => flagItem(ctx.assignment, { kind: input.kind, note: input.note })),
  withdrawFlag: assignmentProcedure
    .input(withdrawFlagInput)
    .output(flagOutput)
    .mutation(({ ctx, input }) => withdrawFlag(ctx.assignment, input.kind)),
})
