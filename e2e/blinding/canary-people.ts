import { type MadeUser, makeUser } from '@/prisma/builders/make-user'
import type { Canaries } from './canary-file'

/** The people around a canary study. */
export interface CanaryPeople {
  annotator: MadeUser
  /** A member, too: somebody whose work and name are none of the annotator's business. */
  colleague: MadeUser
}

/** Makes them in the database of the environment. */
export async function makeCanaryPeople({ secret }: Canaries): Promise<CanaryPeople> {
  const languages = ['en', 'ar', 'zh'].map(tag => ({ tag, proficiency: 'NATIVE' as const }))
  return {
    annotator: await makeUser({ languages }),
    colleague: await makeUser({
      languages,
      name: `Colleague ${secret.colleague}`,
      email: `colleague@${secret.colleague}.example.org`,
    }),
  }
}
