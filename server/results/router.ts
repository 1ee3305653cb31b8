import 'server-only'
import { router } from '../trpc/init'
import { studyProcedure } from '../trpc/procedures'
import { importJudgments } from './commands/import-judgments'
import { countFiltered } from './queries/count-filtered'
import { getFilterChoices } from './queries/get-filter-choices'
import { filterInputSchema, importJudgmentsInputSchema } from './schema'

export const resultsRouter = router({
  filterChoices: studyProcedure.query(({ ctx }) => getFilterChoices(ctx.study)),
  countFiltered: studyProcedure
    .input(filterInputSchema)
    .query(({ ctx, input }) => countFiltered(ctx.study, input.filter)),
  importJudgments: studyProcedure
    .input(importJudgmentsInputSchema)
    .mutation(({ ctx, input }) => importJudgments(ctx.study, input.text, input.options)),
})
