import { answerAuthentication } from '@/server/people/adapters/next-auth'

export const dynamic = 'force-dynamic'

export { answerAuthentication as GET, answerAuthentication as POST }
