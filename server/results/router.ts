import 'server-only'
import { requireStudy } from '../people/queries'
import { router } from '../trpc/init'
import { studyProcedure } from '../trpc/procedures'
import { importJudgments } from './commands/import-judgments'
import { importJudgmentsInputSchema } from './schema'
import { watchProgress } from './subscriptions'

export const resultsRouter = router({
  watchProgress: studyProcedure.subscription(({ ctx, input, signal }) =>
    watchProgress(() => requireStudy(ctx.signInId, input.study), signal),
  ),
  importJudgments: studyProcedure
    .input(importJudgmentsInputSchema)
    .mutation(({ ctx, input }) => importJudgments(ctx.study, input.text, input.options)),
})
