import 'server-only'
import { z } from 'zod'
import { requireActor, requireAdmin, requireAssignment, requireMember, requireStudy } from '../people/queries'
import { studyRefSchema } from '../studies/schema'
import { procedure } from './init'

/** Anybody, signed in or not. */
export const publicProcedure = procedure.meta({ audience: 'public' })

/** Whoever is signed in: ctx.actor. */
export const signedInProcedure = procedure
  .meta({ audience: 'signed-in' })
  .use(async ({ ctx, next }) => next({ ctx: { ...ctx, actor: await requireActor(ctx.signInId) } }))

/** Admins: ctx.admin. */
export const adminProcedure = procedure
  .meta({ audience: 'admin' })
  .use(async ({ ctx, next }) => next({ ctx: { ...ctx, admin: await requireAdmin(ctx.signInId) } }))

/** Admins, for one study named by slug or id: ctx.study is the proof. */
export const studyProcedure = procedure
  .meta({ audience: 'admin' })
  .input(z.object({ study: studyRefSchema }))
  .use(async ({ ctx, input, next }) => next({ ctx: { ...ctx, study: await requireStudy(ctx.signInId, input.study) } }))

/** A signed-in person about their own work, across studies: ctx.actor. Every one of these has a strict output schema. */
export const annotatorProcedure = procedure
  .meta({ audience: 'annotator' })
  .use(async ({ ctx, next }) => next({ ctx: { ...ctx, actor: await requireActor(ctx.signInId) } }))

/** A member of a study: ctx.member is the proof. */
export const memberProcedure = procedure
  .meta({ audience: 'annotator' })
  .input(z.object({ study: studyRefSchema }))
  .use(async ({ ctx, input, next }) =>
    next({ ctx: { ...ctx, member: await requireMember(ctx.signInId, input.study) } }),
  )

/** The annotator who holds an assignment: ctx.assignment is the proof. */
export const assignmentProcedure = procedure
  .meta({ audience: 'annotator' })
  .input(z.object({ assignment: z.uuid() }))
  .use(async ({ ctx, input, next }) =>
    next({ ctx: { ...ctx, assignment: await requireAssignment(ctx.signInId, input.assignment) } }),
  )
