// Preferences: one row per annotator × item × pair (× criterion).
import type { PreferenceChoice, PreferenceCriterion } from '../../../criteria/preference/schema'
import { chooseCriterion } from './choose-criterion'
import { commentStatement } from './comments'
import { cell, type FileRow, firstCell } from './recorded-file'
import { type ReadingContext, type RecordedKind, type ResponseRef, refKey, type Statement } from './statement'

const winners: Record<string, PreferenceChoice['prefer']> = {
  a: 'a',
  model_a: 'a',
  '1': 'a',
  first: 'a',
  left: 'a',
  b: 'b',
  model_b: 'b',
  '2': 'b',
  second: 'b',
  right: 'b',
  tie: 'tie',
  ties: 'tie',
  draw: 'tie',
  equal: 'tie',
  '0': 'tie',
  both_good: 'tie',
  unusable: 'unusable',
  both_bad: 'unusable',
  both_unusable: 'unusable',
  bothbad: 'unusable',
  'tie_(bothbad)': 'unusable',
  neither: 'unusable',
}

const fold = (text: string) => text.toLowerCase().replaceAll(/[\s-]+/g, '_')

/** What is said of the pair when its members change places. */
export const turnedOver = (choice: PreferenceChoice): PreferenceChoice =>
  choice.prefer === 'a' || choice.prefer === 'b' ? { ...choice, prefer: choice.prefer === 'a' ? 'b' : 'a' } : choice

function pairOf(row: FileRow, refuse: ReadingContext['refuse']): [ResponseRef, ResponseRef] | null {
  const member = (side: 'a' | 'b'): ResponseRef | null => {
    const model = firstCell(row, `model_${side}`, `system_${side}`)
    const sample = firstCell(row, `sample_${side}`) ?? '0'
    if (model === null)
      return refuse(row.line, `model_${side}`, '', 'A model of the pair is missing.', `Give it in "model_${side}".`)
    if (!/^\d{1,4}$/.test(sample))
      return refuse(
        row.line,
        `sample_${side}`,
        sample,
        'A sample is a whole number from 0.',
        'Leave it out, or use 0, 1 …',
      )
    return { model, sample: Number(sample) }
  }
  const a = member('a')
  const b = member('b')
  if (!a || !b) return null
  return refKey(a) === refKey(b)
    ? refuse(
        row.line,
        'model_b',
        b.model,
        'A response is compared with itself.',
        'Tell samples apart in "sample_a" and "sample_b".',
      )
    : [a, b]
}

function preferOf(
  row: FileRow,
  pair: readonly [ResponseRef, ResponseRef],
  criterion: PreferenceCriterion,
  context: ReadingContext,
) {
  const given = firstCell(row, 'winner', 'preference')
  if (given === null) return null
  const refuse = (message: string, fix: string) => context.refuse(row.line, 'winner', given, message, fix)
  const named = pair.filter(({ model }) => model === given)
  const prefer = named.length === 1 ? (named[0] === pair[0] ? 'a' : 'b') : winners[fold(given)]
  if (!prefer) return refuse('This is no winner.', "Write model_a, model_b, tie or both_bad, or the model's name.")
  if (prefer === 'tie' && !criterion.tie)
    return refuse(`"${criterion.id}" knows no tie.`, 'Leave the row out, or allow ties in the protocol.')
  if (prefer === 'unusable' && !criterion.bothUnusable)
    return refuse(`"${criterion.id}" does not know that both are unusable.`, 'Write tie, or allow it in the protocol.')
  return prefer
}

/** 1 when nothing is said: a winner that is not said to win by more wins by the least. */
function strengthOf(row: FileRow, { strengths, id }: PreferenceCriterion, context: ReadingContext): number | null {
  const given = firstCell(row, 'strength')
  if (given === null) return 1
  const byName = strengths.findIndex(name => name.toLowerCase() === given.toLowerCase())
  const strength = byName >= 0 ? byName + 1 : Number(given)
  if (Number.isInteger(strength) && strength >= 1 && strength <= strengths.length) return strength
  return context.refuse(
    row.line,
    'strength',
    given,
    `"${id}" has the strengths 1 to ${strengths.length} (${strengths.join(', ')}).`,
    'Use one of them, or leave it blank for the weakest.',
  )
}

export const pairs: RecordedKind = {
  read: (row, base, context) => {
    const criterion = chooseCriterion(context, 'preference', 'item', firstCell(row, 'criterion'), row.line)
    const pair = pairOf(row, context.refuse)
    if (!criterion || !pair) return []
    const isBlank = cell(row.fields.winner ?? row.fields.preference) === null
    const prefer = preferOf(row, pair, criterion, context)
    const hasWinner = prefer === 'a' || prefer === 'b'
    const strength = hasWinner ? strengthOf(row, criterion, context) : null
    if (!isBlank && (prefer === null || (hasWinner && strength === null))) return []
    const said: PreferenceChoice | null = prefer && { kind: 'preference', prefer, strength }
    const whole = { ...base, ref: null, pair }
    const statement: Statement<PreferenceChoice> = { ...whole, criterion, part: '', said }
    return [statement, ...commentStatement(row, whole, context)]
  },
  finish: statements => statements.map(({ criterion, said }) => ({ criterion: criterion.id, ref: null, choice: said })),
}
