import 'server-only'
import { router } from '../trpc/init'
import { studyProcedure } from '../trpc/procedures'
import { returnJudgment, withdrawReturn } from './commands/return-judgment'
import { returnJudgmentSchema, withdrawReturnSchema } from './schema'

export const reviewRouter = router({
  returnJudgment: studyProcedure
    .input(returnJudgmentSchema)
    .mutation(({ ctx, input }) => returnJudgment(ctx.study, input)),
  withdrawReturn: studyProcedure
    .input(withdrawReturnSchema)
    .mutation(({ ctx, input }) => withdrawReturn(ctx.study, input.returned)),
})
