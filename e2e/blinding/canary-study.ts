import type { MadeUser } from '@/prisma/builders/make-user'
import { type Canaries, makeCanaries } from './canary-file'
import { environmentOf } from './own-application'
import { runServerProgram } from './server-program'

/** An open study of made-up answers, and the people around it. */
export interface CanaryStudy {
  studyId: string
  slug: string
  annotator: MadeUser
  /** A member, too: somebody whose work and name are none of the annotator's business. */
  colleague: MadeUser
  /** Has not said which languages they speak. */
  newcomer: MadeUser
  /** Not a member. */
  stranger: MadeUser
  admin: MadeUser
}

/** Makes it in an empty database, with canaries of its own. */
export async function makeCanaryStudy(databaseUrl: string): Promise<CanaryStudy & { canaries: Canaries }> {
  const canaries = makeCanaries()
  const study = await runServerProgram<CanaryStudy>('make-canary-study', canaries, environmentOf(databaseUrl))
  return { ...study, canaries }
}
