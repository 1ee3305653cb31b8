import 'server-only'
import { router } from '../trpc/init'
import { studyProcedure } from '../trpc/procedures'
import { importJudgments } from './commands/import-judgments'
import { importJudgmentsInputSchema } from './schema'

export const resultsRouter = router({
  importJudgments: studyProcedure
    .input(importJudgmentsInputSchema)
    .mutation(({ ctx, input }) => importJudgments(ctx.study, input.text, input.options)),
})
