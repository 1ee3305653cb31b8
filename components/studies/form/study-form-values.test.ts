import { expect, test } from 'vitest'
import { presetProtocol } from '@/server/studies/presets'
import { listProblems } from './form-sections'
import { studyFormResolver } from './study-form-values'

const words = { error: () => 'a rule', text: (message: string) => `[${message}]` }
const resolve = (protocol: ReturnType<typeof presetProtocol>) =>
  studyFormResolver(words)({ name: 'x', disclosure: '', protocol }, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  })

test('each field has its first problem, in the words that were given', async () => {
  const protocol = presetProtocol('translation')
  const index = protocol.criteria.findIndex(({ kind }) => kind === 'spans')
  const criterion = protocol.criteria[index]
  if (criterion?.kind !== 'spans' || !criterion.categories[0]) throw new Error('The preset marks no errors.')
  criterion.categories[0].label = ''
  const { errors } = await resolve(protocol)
  expect(listProblems(errors)).toEqual([
    { path: 'name', message: '[The study needs a name of at least three characters.]' },
    { path: `protocol.criteria.${index}.categories.0.label`, message: '[a rule]' },
  ])
})
