// Reads the known answers of an item.
import { type Expectation, expectationSchema, expectationsSchema } from '../quality/schema'
import { type Complain, type ItemExtras, isGiven, isRecord, type RawRecord } from './raw-record'

const example =
  'Write [{"criterion": "overall", "model": "model-a", "value": 8, "tolerance": 1}]; docs/formats.md has all forms.'

/** The known answers; null when there are none, or, with complaints, when they are not any. */
export function parseExpected(
  given: unknown,
  purpose: ItemExtras['purpose'],
  complain: Complain,
): Expectation[] | null {
  if (!isGiven(given)) {
    if (purpose === 'GOLD' || purpose === 'ATTENTION' || purpose === 'QUALIFICATION')
      complain(
        'warning',
        'no_expectation',
        'expected',
        undefined,
        'Nothing is known of the right answer, so nobody can be measured by this item.',
        'Give "expected" (docs/formats.md), or leave the purpose out.',
      )
    return null
  }
  const refuse = (field: string, value: unknown, message: string, fix = example) => {
    complain('error', 'bad_expected', field, value, message, fix)
    return null
  }
  const list = isRecord(given) ? [given] : given
  if (!Array.isArray(list)) return refuse('expected', given, 'The known answers are not a list.')
  if (purpose === 'STUDY')
    return refuse(
      'expected',
      given,
      'Only items that are not judged for the results have a known answer.',
      'Add "purpose": "gold" (or attention, calibration, qualification), or take "expected" out.',
    )
  for (const [index, one] of list.entries()) {
    const parsed = expectationSchema.safeParse(toExpectation(one))
    if (!parsed.success)
      return refuse(`expected[${index}]`, one, parsed.error.issues[0]?.message ?? 'This is not a known answer.')
  }
  const parsed = expectationsSchema.safeParse(list.map(toExpectation))
  return parsed.success ? parsed.data : refuse('expected', given, 'There are none, or more than a hundred.')
}

/** A model's name stands for its first response; "model" and "sample" for the response of an expectation. */
function toExpectation(given: unknown): unknown {
  if (!isRecord(given)) return given
  const { model, sample, ...rest }: RawRecord = given
  const named = model === undefined ? {} : { response: { model, ...(sample === undefined ? {} : { sample }) } }
  const refs = Object.fromEntries(
    (['response', 'better', 'worse'] as const).flatMap(key =>
      typeof rest[key] === 'string' ? [[key, { model: rest[key] }]] : [],
    ),
  )
  const winner =
    typeof rest.winner === 'string' && rest.winner !== 'tie' && rest.winner !== 'unusable'
      ? { winner: { model: rest.winner } }
      : {}
  return { ...rest, ...named, ...refs, ...winner }
}
