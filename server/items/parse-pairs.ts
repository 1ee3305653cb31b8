// Reads the pairs of responses that a file fixes for an item.
import { type Complain, isRecord } from './raw-record'
import { type FixedPairs, fixedPairsSchema } from './schema'

const example =
  'Write [["model-a", "model-b"]], or [[{"model": "model-a", "sample": 0}, {"model": "model-a", "sample": 1}]].'

/** The pairs; null, with a complaint, when they are none. */
export function parsePairs(given: unknown, complain: Complain): FixedPairs | null {
  const list = pairList(given)
  const parsed = fixedPairsSchema.safeParse(list?.map(pair => (Array.isArray(pair) ? pair.map(toMember) : pair)))
  const refuse = (value: unknown, message: string) => {
    complain('error', 'bad_pairs', 'pairs', value, message, example)
    return null
  }
  if (!parsed.success) return refuse(given, 'These are not pairs of responses.')
  const seen = new Set<string>()
  for (const pair of parsed.data) {
    const keys = pair.map(({ model, sample }) => JSON.stringify([model, sample])).sort()
    if (keys[0] === keys[1]) return refuse(pair, 'A response is paired with itself.')
    if (seen.has(keys.join())) return refuse(pair, 'The same pair stands here twice.')
    seen.add(keys.join())
  }
  return parsed.data
}

/** A list of pairs; one pair of names stands for a list of it; a cell holds JSON. */
function pairList(given: unknown): unknown[] | null {
  if (typeof given === 'string')
    try {
      return pairList(JSON.parse(given))
    } catch {
      return null
    }
  if (!Array.isArray(given)) return null
  return given.length === 2 && given.every(member => !Array.isArray(member)) ? [given] : given
}

const toMember = (member: unknown): unknown =>
  typeof member === 'string'
    ? { model: member, sample: 0 }
    : isRecord(member)
      ? { model: member.model, sample: Number(member.sample ?? 0) }
      : member
