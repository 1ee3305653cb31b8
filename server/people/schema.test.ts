import { expect, test } from 'vitest'
import { emailSchema } from './schema'

test('e-mails are compared without case and white space', () => {
  expect(emailSchema.parse('  Robin@Example.ORG ')).toBe('robin@example.org')
  expect(emailSchema.safeParse('robin').error?.issues).toMatchObject([{ message: 'emailInvalid' }])
})
