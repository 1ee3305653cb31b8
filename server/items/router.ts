import 'server-only'
import { router } from '../trpc/init'
import { adminProcedure, studyProcedure } from '../trpc/procedures'
import { cancelImport, recheckImport, startImport } from './commands/decide-import'
import { returnOutdatedJudgments, saveRubric } from './commands/save-rubric'
import { undoImport } from './commands/undo-import'
import { createImport, finishUpload } from './commands/upload-import'
import { getImport, listCategories, listImports, listProblems } from './queries/imports'
import { getItem, getItemFacets, listItems } from './queries/items'
import { getModels } from './queries/models'
import { getRubricEffect } from './queries/rubrics'
import {
  createImportSchema,
  getItemSchema,
  importRefSchema,
  listItemsSchema,
  listProblemsSchema,
  rubricEffectSchema,
  saveRubricSchema,
  startImportSchema,
  updateImportSchema,
} from './schema'

/** The way of a file into a study; its bytes come through app/api/uploads. */
const imports = router({
  list: studyProcedure.query(({ ctx }) => listImports(ctx.study)),
  get: studyProcedure.input(importRefSchema).query(({ ctx, input }) => getImport(ctx.study, input.importId)),
  problems: studyProcedure
    .input(listProblemsSchema)
    .query(({ ctx, input }) => listProblems(ctx.study, input.importId, input, input.page)),
  create: studyProcedure.input(createImportSchema).mutation(({ ctx, input }) => createImport(ctx.study, input)),
  finishUpload: studyProcedure
    .input(importRefSchema)
    .mutation(({ ctx, input }) => finishUpload(ctx.study, input.importId)),
  recheck: studyProcedure
    .input(updateImportSchema)
    .mutation(({ ctx, input }) => recheckImport(ctx.study, input.importId, input.options)),
  start: studyProcedure
    .input(startImportSchema)
    .mutation(({ ctx, input }) => startImport(ctx.study, input.importId, input.goodLinesOnly)),
  cancel: studyProcedure.input(importRefSchema).mutation(({ ctx, input }) => cancelImport(ctx.study, input.importId)),
  undo: studyProcedure.input(importRefSchema).mutation(({ ctx, input }) => undoImport(ctx.study, input.importId)),
})

/** What the responses to an item are judged by, in versions. */
const rubrics = router({
  effect: studyProcedure.input(rubricEffectSchema).query(({ ctx, input }) => getRubricEffect(ctx.study, input)),
  save: studyProcedure.input(saveRubricSchema).mutation(({ ctx, input }) => saveRubric(ctx.study, input)),
  returnOutdated: studyProcedure
    .input(saveRubricSchema.pick({ itemId: true }))
    .mutation(({ ctx, input }) => returnOutdatedJudgments(ctx.study, input.itemId)),
})

export const itemsRouter = router({
  imports,
  rubrics,
  list: studyProcedure.input(listItemsSchema).query(({ ctx, input }) => listItems(ctx.study, input)),
  get: studyProcedure.input(getItemSchema).query(({ ctx, input }) => getItem(ctx.study, input.itemId)),
  facets: studyProcedure.query(({ ctx }) => getItemFacets(ctx.study)),
  models: studyProcedure.query(({ ctx }) => getModels(ctx.study)),
  categories: adminProcedure.query(() => listCategories()),
})
