import 'server-only'
import { z } from 'zod'
import { describeKey } from '../describe-key'
import { keyOperation } from '../operation'
import { idSchema, nullableTime } from '../schema/values'

export const keyOperations = [
  keyOperation(
    {
      id: 'whoAmI',
      method: 'GET',
      path: '/me',
      tag: 'Key',
      summary: 'The key that asks',
      answered: {
        kind: 'json',
        status: 200,
        schema: z.object({
          id: idSchema,
          name: z.string(),
          prefix: z.string(),
          scopes: z.array(z.enum(['read', 'write'])),
          study: z.object({ id: idSchema, slug: z.string() }).nullable().describe('The only study that it reaches.'),
          createdBy: z.string().nullable().describe('Null: the operator at the command line.'),
          expiresAt: nullableTime,
        }),
      },
    },
    async ({ key }) => describeKey(key),
  ),
]
