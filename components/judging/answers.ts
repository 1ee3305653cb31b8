// Types of what the server answers on the judging page, and what its failures mean for sending again.
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/trpc/root'

type Outputs = inferRouterOutputs<AppRouter>
export type AssignmentData = Outputs['assignments']['getAssignment']
export type SaveAnswer = Outputs['judgments']['saveDraft']
export type SubmitAnswer = Outputs['judgments']['submit']
export type SkipAnswer = Outputs['assignments']['skipAssignment']
export type RevealAnswer = Outputs['judgments']['reveal']
export type ReviseAnswer = Outputs['judgments']['revise']
export type ShowAnswer = Outputs['assignments']['showAssignment']
/** What is on the screen next, and what is behind it. */
export type Advance = Omit<Extract<SubmitAnswer, { next: string | null }>, 'status'>

/**
 * What a failed request means: `offline`: no answer, or a server in trouble, so try again; `signed-out`: try again after
 * signing in; `refused`: the same request would fail again.
 */
export function failureKind(error: unknown): 'offline' | 'signed-out' | 'refused' {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : null
  if (code === 'UNAUTHORIZED') return 'signed-out'
  if (code === null || code === 'INTERNAL_SERVER_ERROR' || code === 'TOO_MANY_REQUESTS' || code === 'TIMEOUT')
    return 'offline'
  return 'refused'
}

export type ContinueAnswer = Outputs['assignments']['continueStudy']
export type OwnStudy = Outputs['assignments']['listStudies']['studies'][number]
export type OwnJudgmentPage = Outputs['judgments']['listOwn']
export type StatementDay = Outputs['judgments']['getStatement']['days'][number]
export type ReturnedJudgment = Outputs['judgments']['listReturned']['judgments'][number]
