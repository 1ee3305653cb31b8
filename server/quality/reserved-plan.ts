// Decides which items that check annotators one person gets, and when.
import type { SeededRandom } from '../assignments/seeded-random'

/** One way in which such an item can be given: with all its responses, or with two of them. */
export interface ReservableUnit {
  itemId: string
  purpose: 'GOLD' | 'ATTENTION' | 'CALIBRATION' | 'QUALIFICATION'
  variant: number
  responses: readonly string[]
  language: string
  categoryId: string | null
  /** Criteria that its known answers are about: always asked. */
  expectedCriteria: readonly string[]
}

/** A place for one person. */
export interface ReservedPlace {
  itemId: string
  variant: number
  /** Given after so many submissions of the person; below 0: before the work. */
  dueAfter: number
  pickKey: number
  slotOrder: string[]
  omitted: string[]
  language: string
  categoryId: string | null
}

export interface HiddenRules {
  minimumPerAnnotator: number
  every: number
  criteria: readonly { id: string; asked: number }[]
}

export interface HiddenFor {
  /** Submissions after which the plan begins. */
  from: number
  /** Items of the study that the person still gets at most; null: no limit. */
  quotaLeft: number | null
  /** Gold items that were planned for the person before. */
  goldBefore: number
}

const fineness = 1_000_000

/**
 * Gold items up to the minimum (or all there are), and all attention items, at unpredictable positions: one in each
 * stretch of `every` submissions. A person with a quota gets them within it, so then the stretches are shorter.
 */
export function planHiddenChecks(
  units: readonly ReservableUnit[],
  rules: HiddenRules,
  person: HiddenFor,
  random: SeededRandom,
): ReservedPlace[] {
  const wanted = Math.max(0, rules.minimumPerAnnotator - person.goldBefore)
  const of = (purpose: ReservableUnit['purpose']) => random.shuffle(units.filter(unit => unit.purpose === purpose))
  const chosen = random.shuffle([...of('GOLD').slice(0, wanted), ...of('ATTENTION')])
  const within = person.quotaLeft === null ? Number.POSITIVE_INFINITY : person.quotaLeft + chosen.length
  const stretch = Math.min(rules.every, within / Math.max(1, chosen.length))
  return chosen.map((unit, index) => {
    const place = person.from + Math.floor((index + random.below(fineness) / fineness) * stretch)
    return reserve(unit, place, drawOmitted(unit, rules.criteria, random), random)
  })
}

/**
 * All calibration items, then all qualification items, before the work. Every attempt has an order of items and of slots
 * of its own; `attempt` counts from 0.
 */
export function planTraining(units: readonly ReservableUnit[], attempt: number, random: SeededRandom): ReservedPlace[] {
  const of = (purpose: ReservableUnit['purpose']) => random.shuffle(units.filter(unit => unit.purpose === purpose))
  const ordered = attempt === 0 ? [...of('CALIBRATION'), ...of('QUALIFICATION')] : of('QUALIFICATION')
  return ordered.map((unit, index) => ({
    ...reserve(unit, index - ordered.length, [], random),
    variant: trainingVariant(unit.variant, attempt),
  }))
}

const variantsPerAttempt = 1000

/** The variant of a place of training: its pair, and the attempt that it belongs to (from 0). */
export const trainingVariant = (pair: number, attempt: number): number => pair + attempt * variantsPerAttempt

/** The attempt (from 0) that a place of training belongs to. */
export const attemptOf = (variant: number): number => Math.floor(variant / variantsPerAttempt)

const reserve = (unit: ReservableUnit, dueAfter: number, omitted: string[], random: SeededRandom): ReservedPlace => ({
  itemId: unit.itemId,
  variant: unit.variant,
  dueAfter,
  pickKey: random.below(0x7fff_ffff),
  slotOrder: random.shuffle(unit.responses),
  omitted,
  language: unit.language,
  categoryId: unit.categoryId,
})

/** What is asked on a sample elsewhere is asked on a sample here, or these items would be known by it. */
const drawOmitted = (unit: ReservableUnit, criteria: HiddenRules['criteria'], random: SeededRandom): string[] =>
  criteria
    .filter(({ id, asked }) => random.below(fineness) / fineness >= asked && !unit.expectedCriteria.includes(id))
    .map(({ id }) => id)
