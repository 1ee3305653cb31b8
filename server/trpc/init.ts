import 'server-only'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { ZodError } from 'zod'
import { DomainError, type DomainErrorCode } from '../platform/errors'
import { logger } from '../platform/logger'
import type { Context } from './context'

const codes = {
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  invalid: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  blinded: 'FORBIDDEN',
  limited: 'TOO_MANY_REQUESTS',
  unavailable: 'PRECONDITION_FAILED',
} as const satisfies Record<DomainErrorCode, TRPCError['code']>

/** Marks a procedure as seen by annotators: its errors get fixed texts, and a test demands a strict output schema. */
export interface Meta {
  audience: 'public' | 'signed-in' | 'annotator' | 'admin'
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => {
      const { stack: _, ...data } = shape.data
      if (error.cause instanceof DomainError) {
        return {
          ...shape,
          message: error.cause.message,
          data: { ...data, domain: error.cause.code, detail: error.cause.detail, fields: null },
        }
      }
      if (error.code === 'BAD_REQUEST' && error.cause instanceof ZodError) {
        const fields = error.cause.issues.map(issue => ({ path: issue.path.join('.'), message: issue.message }))
        return {
          ...shape,
          message: fields[0]?.message ?? 'Something in this request is not valid.',
          data: { ...data, domain: 'invalid' as const, detail: {}, fields },
        }
      }
      // Anything else may hold host names, paths and SQL: it stays in the log.
      const message =
        error.code === 'INTERNAL_SERVER_ERROR'
          ? 'Something went wrong on the server. Nothing was lost; try again.'
          : shape.message
      return { ...shape, message, data: { ...data, domain: null, detail: {}, fields: null } }
    },
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** PostgreSQL's codes for characters that its texts and its JSON cannot hold. */
const unstorable = new Set(['22021', '22P05'])

const errors = t.middleware(async ({ next, path }) => {
  const result = await next()
  if (result.ok) return result
  const cause = result.error.cause
  if (cause instanceof DomainError) throw new TRPCError({ code: codes[cause.code], message: cause.message, cause })
  if (cause && unstorable.has((cause as { code?: string }).code ?? '')) {
    const invalid = new DomainError(
      'invalid',
      'The text has a NUL character in it, which cannot be stored. Take it out.',
    )
    throw new TRPCError({ code: 'BAD_REQUEST', message: invalid.message, cause: invalid })
  }
  if (result.error.code === 'INTERNAL_SERVER_ERROR')
    logger.error({ path, error: result.error.message, stack: cause?.stack }, 'procedure failed')
  return result
})

export const procedure = t.procedure.use(errors)
