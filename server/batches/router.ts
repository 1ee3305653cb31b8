import 'server-only'
import { router } from '../trpc/init'
import { studyProcedure } from '../trpc/procedures'
import { decideBatch } from './commands/decide-batch'
import { decideBatchSchema } from './schema'

export const batchesRouter = router({
  decide: studyProcedure.input(decideBatchSchema).mutation(({ ctx, input }) => decideBatch(ctx.study, input)),
})
