import type { MadeUser } from '@/prisma/builders/make-user'
import { type Canaries, makeCanaries } from './canary-file'
import type { WalkedPreset } from './canary-items'
import type { CanaryPeople } from './canary-people'
import { environmentOf } from './own-application'
import { runServerProgram } from './server-program'

/** An open study of made-up answers, and the people around it. */
export interface CanaryStudy extends CanaryPeople {
  studyId: string
  slug: string
  /** Has not said which languages they speak. */
  newcomer: MadeUser
  /** Not a member. */
  stranger: MadeUser
  admin: MadeUser
}

/** An open study of each other preset, by its slug. */
export interface CanaryPresets extends CanaryPeople {
  studies: Partial<Record<WalkedPreset, string>>
}

async function make<Made>(program: string, databaseUrl: string): Promise<Made & { canaries: Canaries }> {
  const canaries = makeCanaries()
  return { ...(await runServerProgram<Made>(program, canaries, environmentOf(databaseUrl))), canaries }
}

/** Makes it in an empty database, with canaries of its own. */
export const makeCanaryStudy = (databaseUrl: string) => make<CanaryStudy>('make-canary-study', databaseUrl)

/** Makes them in an empty database, with canaries of their own. */
export const makeCanaryPresets = (databaseUrl: string) => make<CanaryPresets>('make-canary-presets', databaseUrl)
