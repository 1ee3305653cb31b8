import { refusalResponse } from '@/server/exports/download-response'
import type { StudyAccess } from '@/server/people/access'
import { requireStudy } from '@/server/people/queries'
import { createContext } from '@/server/trpc/context'

interface StudyRoute {
  params: Promise<{ study: string }>
}

/** A download of one study for those who run it. `make` gets what the address asks for; what it refuses is said in a line. */
export const studyDownload =
  (make: (access: StudyAccess, asked: URLSearchParams) => Promise<Response>) =>
  async (request: Request, { params }: StudyRoute): Promise<Response> => {
    try {
      const { signInId } = await createContext(request)
      const access = await requireStudy(signInId, (await params).study)
      return await make(access, new URL(request.url).searchParams)
    } catch (error) {
      return refusalResponse(error)
    }
  }
