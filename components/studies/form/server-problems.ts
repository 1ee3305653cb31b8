import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@/server/trpc/root'
import type { FieldProblem } from './form-sections'

/** The fields that the server refused; `text` translates what its schemas say. */
export function serverProblems(error: unknown, text: (message: string) => string): FieldProblem[] {
  if (!(error instanceof TRPCClientError)) return []
  const { data } = error as TRPCClientError<AppRouter>
  return (data?.fields ?? []).map(({ path, message }) => ({ path, message: text(message) }))
}
