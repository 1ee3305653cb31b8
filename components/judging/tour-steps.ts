// What the tour of the judging page tells, of what is on this page.
import type { Criterion } from '@/criteria/schema'
import type { JudgedItem } from './judged-item'

/** `at` selects what it is about, `above` what it stands above, if that is something else. */
export type TourStep = { at: string; above?: string } & (
  | { says: 'read' | 'others' | 'tools' | 'submit' }
  | { says: 'enter'; kind: Criterion['kind'] }
)

/** The steps in their order. Nothing is told of what the page does not have. */
export function tourSteps(item: JudgedItem, slotCount: number): TourStep[] {
  const inOrder = [...item.targetsOf(1), ...item.targetsOf(0)]
  const first = inOrder.find(({ criterion }) => criterion.kind !== 'comment') ?? inOrder[0]
  const steps: TourStep[] = [{ says: 'read', at: '[data-tour="reading"]', above: '[data-tour="dock"]' }]
  if (first) {
    const { id, kind } = first.criterion
    steps.push({ says: 'enter', at: `[data-entry="${id} ${first.slot}"]`, kind })
  }
  if (slotCount > 1 && item.progress.of === 'responses')
    steps.push({ says: 'others', at: '[data-tour="strip"], [id^="response-2-"] header' })
  return [...steps, { says: 'tools', at: '[data-tour="tools"]' }, { says: 'submit', at: '[data-tour="submit"]' }]
}

/** How much has been entered, as far as the tour must know. */
export function enteredCount(item: JudgedItem, slotCount: number): number {
  const slots = Array.from({ length: slotCount + 1 }, (_, slot) => slot)
  return slots.flatMap(item.targetsOf).filter(target => item.glance(target) !== '').length
}
