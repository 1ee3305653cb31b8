import 'server-only'
import { router } from '../trpc/init'
import { studyProcedure } from '../trpc/procedures'
import { dismissDisagreement, reopenDisagreement, setAdjudicator } from './commands/decide-disagreement'
import { disagreementSchema, dismissSchema, setAdjudicatorSchema } from './schema'

export const adjudicationRouter = router({
  setAdjudicator: studyProcedure
    .input(setAdjudicatorSchema)
    .mutation(({ ctx, input }) => setAdjudicator(ctx.study, input)),
  dismiss: studyProcedure
    .input(dismissSchema)
    .mutation(({ ctx, input }) => dismissDisagreement(ctx.study, input.disagreement, input.reason)),
  reopen: studyProcedure
    .input(disagreementSchema)
    .mutation(({ ctx, input }) => reopenDisagreement(ctx.study, input.disagreement)),
})
