import { expect, test } from 'vitest'
import { presetProtocol } from '@/server/studies/presets'
import { judgedItem } from './judged-item'
import { enteredCount, tourSteps } from './tour-steps'

const itemOf = (name: Parameters<typeof presetProtocol>[0], slotCount: number, ratings: object[] = []) =>
  judgedItem(
    presetProtocol(name).criteria,
    { responses: Array.from({ length: slotCount }, () => ({ turns: [''] })), rubric: null, omitted: [] } as never,
    { ratings } as never,
  )

test('only what is on the page is explained', () => {
  const says = (steps: ReturnType<typeof tourSteps>) => steps.map(step => step.says)
  expect(says(tourSteps(itemOf('general-chat', 3), 3))).toEqual(['read', 'enter', 'others', 'tools', 'submit'])
  expect(says(tourSteps(itemOf('general-chat', 1), 1))).toEqual(['read', 'enter', 'tools', 'submit'])
  // Pairs are judged as a whole: there is no way from response to response.
  const ofPairs = tourSteps(itemOf('preference', 2), 2)
  expect(says(ofPairs)).toEqual(['read', 'enter', 'tools', 'submit'])
  expect(ofPairs[1]).toMatchObject({ kind: 'preference' })
})

test('what is entered is counted over all responses', () => {
  const rating = { criterion: presetProtocol('general-chat').criteria[0]?.id, slot: 2, value: 7 }
  expect(enteredCount(itemOf('general-chat', 3), 3)).toBe(0)
  expect(enteredCount(itemOf('general-chat', 3, [rating]), 3)).toBe(1)
})
