import { expect, test } from 'vitest'
import { presetProtocol } from './presets'
import { protocolSchema } from './schema'

const said = (protocol: unknown) => protocolSchema.safeParse(protocol).error?.issues.map(issue => issue.message) ?? []

test('places are marked for one criterion only', () => {
  const protocol = presetProtocol('translation')
  const spans = protocol.criteria.filter(criterion => criterion.kind === 'spans')
  expect(spans).toHaveLength(1)
  expect(said(protocol)).toEqual([])
  const twice = [...protocol.criteria, ...spans.map(criterion => ({ ...criterion, id: 'more-errors' }))]
  expect(said({ ...protocol, criteria: twice })).toEqual([
    'Places can be marked for one criterion only. Put the categories of all of them into one.',
  ])
})
