import 'server-only'
import { router } from '../trpc/init'
import { studyProcedure } from '../trpc/procedures'
import { cancelExport, deleteExport } from './commands/end-export'
import { requestExport } from './commands/request-export'
import { saveDatasheet } from './commands/save-datasheet'
import { getExport, listExports } from './queries/list-exports'
import { exportRefInput, requestExportInput, saveDatasheetInput } from './schema'

export const exportsRouter = router({
  list: studyProcedure.query(({ ctx }) => listExports(ctx.study)),
  get: studyProcedure.input(exportRefInput).query(({ ctx, input }) => getExport(ctx.study, input.exportId)),
  request: studyProcedure
    .input(requestExportInput)
    .mutation(({ ctx, input: { study: _, ...request } }) => requestExport(ctx.study, request)),
  saveDatasheet: studyProcedure
    .input(saveDatasheetInput)
    .mutation(({ ctx, input: { study: _, ...datasheet } }) => saveDatasheet(ctx.study, datasheet)),
  cancel: studyProcedure.input(exportRefInput).mutation(({ ctx, input }) => cancelExport(ctx.study, input.exportId)),
  delete: studyProcedure.input(exportRefInput).mutation(({ ctx, input }) => deleteExport(ctx.study, input.exportId)),
})
