import 'server-only'
import { router } from '../trpc/init'
import { studyProcedure } from '../trpc/procedures'
import { excludeJudgment, restoreJudgment } from './commands/exclude-judgment'
import { resetOpenWork } from './commands/reset-open-work'
import { returnJudgment, withdrawReturn } from './commands/return-judgment'
import {
  excludeJudgmentSchema,
  resetOpenWorkSchema,
  restoreJudgmentSchema,
  returnJudgmentSchema,
  withdrawReturnSchema,
} from './schema'

export const reviewRouter = router({
  returnJudgment: studyProcedure
    .input(returnJudgmentSchema)
    .mutation(({ ctx, input }) => returnJudgment(ctx.study, input)),
  withdrawReturn: studyProcedure
    .input(withdrawReturnSchema)
    .mutation(({ ctx, input }) => withdrawReturn(ctx.study, input.returned)),
  exclude: studyProcedure.input(excludeJudgmentSchema).mutation(({ ctx, input }) => excludeJudgment(ctx.study, input)),
  restore: studyProcedure.input(restoreJudgmentSchema).mutation(({ ctx, input }) => restoreJudgment(ctx.study, input)),
  resetOpenWork: studyProcedure
    .input(resetOpenWorkSchema)
    .mutation(({ ctx, input }) => resetOpenWork(ctx.study, input.userId)),
})
