import { expect, test } from 'vitest'
import { criterionSchema } from '../../criteria/schema'
import { presetProtocol } from './presets'
import { readyCriteria, readyNames } from './ready-criteria'
import { protocolSchema } from './schema'

test('each is a whole criterion, and all of them together are a protocol', () => {
  const criteria = readyNames.map(name => criterionSchema.parse(readyCriteria[name]))
  expect(protocolSchema.safeParse({ ...presetProtocol('blank'), criteria }).success).toBe(true)
})
