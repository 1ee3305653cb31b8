import 'server-only'
import { router } from '../trpc/init'
import { studyProcedure } from '../trpc/procedures'
import { decideQualification, haltAnnotator, resumeAnnotator } from './commands/decide-annotator'
import { annotatorDecisionSchema, qualificationDecisionSchema } from './schema'

export const qualityRouter = router({
  halt: studyProcedure.input(annotatorDecisionSchema).mutation(({ ctx, input }) => haltAnnotator(ctx.study, input)),
  resume: studyProcedure.input(annotatorDecisionSchema).mutation(({ ctx, input }) => resumeAnnotator(ctx.study, input)),
  decideQualification: studyProcedure
    .input(qualificationDecisionSchema)
    .mutation(({ ctx, input }) => decideQualification(ctx.study, input)),
})
