import 'server-only'
import { z } from 'zod'
import { router } from '../trpc/init'
import { adminProcedure, studyProcedure } from '../trpc/procedures'
import { archiveStudy, restoreStudy } from './commands/archive-study'
import { closeStudy } from './commands/close-study'
import { createStudy } from './commands/create-study'
import { duplicateStudy } from './commands/duplicate-study'
import { extendStudy } from './commands/extend-study'
import { openStudy } from './commands/open-study'
import { pauseStudy, resumeStudy } from './commands/pause-study'
import { reopenFlag, resolveFlag } from './commands/resolve-flag'
import { setStudyAnnotators } from './commands/set-annotators'
import { unblindStudy } from './commands/unblind-study'
import { updateProtocol, updateStudy } from './commands/update-study'
import { listStudies } from './queries/list-studies'
import { getUnfinishedWork } from './queries/unfinished-work'
import {
  closeStudySchema,
  createStudySchema,
  duplicateStudySchema,
  extendStudySchema,
  listStudiesSchema,
  protocolSchema,
  reopenFlagSchema,
  resolveFlagSchema,
  setAnnotatorsSchema,
  unblindStudySchema,
  updateStudySchema,
} from './schema'

/** What the life of a study is made of. */
const lifecycle = router({
  open: studyProcedure.mutation(({ ctx }) => openStudy(ctx.study)),
  pause: studyProcedure.mutation(({ ctx }) => pauseStudy(ctx.study)),
  resume: studyProcedure.mutation(({ ctx }) => resumeStudy(ctx.study)),
  unfinished: studyProcedure.query(({ ctx }) => getUnfinishedWork(ctx.study)),
  close: studyProcedure.input(closeStudySchema).mutation(({ ctx, input }) => closeStudy(ctx.study, input)),
  unblind: studyProcedure.input(unblindStudySchema).mutation(({ ctx, input }) => unblindStudy(ctx.study, input)),
  extend: studyProcedure.input(extendStudySchema).mutation(({ ctx, input }) => extendStudy(ctx.study, input.reason)),
  archive: studyProcedure.mutation(({ ctx }) => archiveStudy(ctx.study)),
  restore: studyProcedure.mutation(({ ctx }) => restoreStudy(ctx.study)),
})

const flags = router({
  resolve: studyProcedure.input(resolveFlagSchema).mutation(({ ctx, input }) => resolveFlag(ctx.study, input)),
  reopen: studyProcedure.input(reopenFlagSchema).mutation(({ ctx, input }) => reopenFlag(ctx.study, input)),
})

export const studiesRouter = router({
  list: adminProcedure.input(listStudiesSchema).query(({ ctx, input }) => listStudies(ctx.admin, input)),
  create: adminProcedure.input(createStudySchema).mutation(({ ctx, input }) => createStudy(ctx.admin, input)),
  update: studyProcedure.input(updateStudySchema).mutation(({ ctx, input }) => updateStudy(ctx.study, input)),
  /** `protocol` is the whole of it: errors name the field below it. */
  updateProtocol: studyProcedure
    .input(z.object({ protocol: protocolSchema }))
    .mutation(({ ctx, input }) => updateProtocol(ctx.study, input.protocol)),
  duplicate: studyProcedure.input(duplicateStudySchema).mutation(({ ctx, input }) => duplicateStudy(ctx.study, input)),
  setAnnotators: studyProcedure
    .input(setAnnotatorsSchema)
    .mutation(({ ctx, input }) => setStudyAnnotators(ctx.study, input)),
  flags,
  lifecycle,
})
