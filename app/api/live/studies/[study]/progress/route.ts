import { refusalResponse } from '@/server/exports/download-response'
import { requireStudy } from '@/server/people/queries'
import { eventStream } from '@/server/platform/event-stream'
import { watchProgress } from '@/server/results/subscriptions'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

/** The progress of a study as server-sent events, for those who run it. */
export async function GET(request: Request, { params }: { params: Promise<{ study: string }> }): Promise<Response> {
  try {
    const { signInId } = await createContext(request)
    const { study } = await params
    const prove = () => requireStudy(signInId, study)
    const first = await prove()
    const leaving = new AbortController()
    return eventStream(watchProgress(first.studyId, prove, leaving.signal), () => leaving.abort())
  } catch (error) {
    return refusalResponse(error)
  }
}
