// Makes a study of every other preset, in one database and with the same canaries.
import { disconnect } from '@/server/platform/db'
import { presetNames } from '@/server/studies/preset-names'
import { presetProtocol } from '@/server/studies/presets'
import type { Protocol } from '@/server/studies/schema'
import type { Canaries } from '../canary-file'
import { presetItems, type WalkedPreset } from '../canary-items'
import { makeCanaryPeople } from '../canary-people'
import type { CanaryPresets } from '../canary-study'
import { countFromFar, openCanaryStudy } from '../open-canary-study'

const canaries: Canaries = JSON.parse(process.argv[2] ?? '')
await countFromFar()
const people = await makeCanaryPeople(canaries)

/** The preset's criteria, all of them asked everywhere; in the blank one a comment and a choice, which no preset has. */
const criteriaOf = (preset: WalkedPreset): Protocol['criteria'] => [
  ...presetProtocol(preset).criteria.map(criterion => ({ ...criterion, asked: 1 })),
  ...(preset === 'blank'
    ? [
        {
          kind: 'comment' as const,
          id: 'comment',
          scope: 'response' as const,
          label: 'Comment',
          help: '',
          asked: 1,
          required: { when: 'never' as const },
        },
        {
          kind: 'choice' as const,
          id: 'kind',
          scope: 'item' as const,
          label: 'Kind',
          help: '',
          asked: 1,
          many: false,
          mandatory: true,
          options: ['First', 'Second'].map(label => ({ id: label.toLowerCase(), label, help: '' })),
        },
      ]
    : []),
]

const studies: CanaryPresets['studies'] = {}
const items = presetItems(canaries)
for (const preset of presetNames) {
  if (preset === 'general-chat') continue
  const { slug } = await openCanaryStudy(canaries, {
    name: `A study of ${preset}`,
    preset,
    protocol: { criteria: criteriaOf(preset) },
    items: items[preset],
    people,
  })
  studies[preset] = slug
}
await disconnect()

const made: CanaryPresets = { ...people, studies }
console.log(JSON.stringify(made))
