import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@/server/trpc/root'
import type { FieldProblem } from './form-sections'

/** What a failed mutation says: of which fields, and in one sentence. */
export function serverProblems(error: unknown): { fields: FieldProblem[]; message: string | null } {
  if (!(error instanceof TRPCClientError)) return { fields: [], message: null }
  const { data, message } = error as TRPCClientError<AppRouter>
  return { fields: data?.fields ?? [], message }
}
