import { answerRequest } from '@/server/api/commands/answer-request'

// The public API. All of it is in server/api/router.ts: which addresses there are, who may, and what they answer.
// Cookies are not looked at: somebody who is signed in is nobody here without a key.

export const dynamic = 'force-dynamic'

export {
  answerRequest as DELETE,
  answerRequest as GET,
  answerRequest as HEAD,
  answerRequest as OPTIONS,
  answerRequest as PATCH,
  answerRequest as POST,
  answerRequest as PUT,
}
