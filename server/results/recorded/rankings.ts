// Rankings: one row per response with its rank, or one row per item with all responses in order.
import { chooseCriterion } from './choose-criterion'
import { commentStatement } from './comments'
import { type FileRow, firstCell } from './recorded-file'
import { type ReadingContext, type RecordedKind, type ResponseRef, refKey, type Statement } from './statement'

export const rankings: RecordedKind = {
  read: (row, base, context) => {
    const criterion = chooseCriterion(context, 'ranking', 'response', firstCell(row, 'criterion'), row.line)
    if (!criterion) return []
    const say = (ref: ResponseRef, rank: number | null): Statement<number> => ({
      ...base,
      ref,
      pair: null,
      criterion,
      part: '',
      said: rank,
    })
    const remark = commentStatement(row, { ...base, pair: null }, context)
    if (base.ref === null) {
      const groups = orderOf(row)
      if (groups) return [...groups.flatMap((refs, index) => refs.map(ref => say(ref, index + 1))), ...remark]
      const fix = 'Write "model-a > model-b = model-c", or [["model-a"], ["model-b", "model-c"]], the best first.'
      context.refuse(row.line, 'ranking', row.fields.ranking, 'This is not an order of models.', fix)
      return []
    }
    const given = firstCell(row, 'rank')
    if (given !== null && !/^\d{1,3}(\.5)?$/.test(given)) {
      context.refuse(row.line, 'rank', given, 'This is not a rank.', 'Write 1 for the best; equal ranks are ties.')
      return []
    }
    return [say(base.ref, given === null ? null : Number(given)), ...remark]
  },
  finish: (statements, context) => {
    const ranks = [...new Set(statements.map(({ said }) => Number(said)))].sort((a, b) => a - b)
    const [first] = statements
    if (first?.criterion.kind === 'ranking' && !first.criterion.ties && ranks.length < statements.length)
      refuseTie(first, context)
    // Ranks as files count them (1, 2, 2, 4) become dense ones (1, 2, 2, 3).
    return statements.map(({ criterion, ref, said }) => ({
      criterion: criterion.id,
      ref,
      value: ranks.indexOf(Number(said)) + 1,
    }))
  },
}

const refuseTie = ({ line, item }: Statement, { refuse }: ReadingContext) =>
  refuse(line, 'rank', item, `Two responses of item "${item}" share a rank.`, 'Allow ties in the protocol.')

/** The responses by rank, or null. "a > b = c" in a text, lists of lists in JSON; a list of names has no ties. */
function orderOf(row: FileRow): ResponseRef[][] | null {
  const given = row.fields.ranking
  const parsed = typeof given === 'string' && /^\s*\[/.test(given) ? fromJson(given) : given
  const list =
    typeof parsed === 'string' ? parsed.split('>').map(group => group.split('=').map(name => name.trim())) : parsed
  if (!Array.isArray(list) || list.length === 0) return null
  const groups = list.map(group => (Array.isArray(group) ? group : [group]).map(toRef))
  const refs = groups.flat()
  if (refs.includes(null)) return null
  const keys = refs.map(ref => (ref ? refKey(ref) : ''))
  return new Set(keys).size === keys.length ? (groups as ResponseRef[][]) : null
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function toRef(given: unknown): ResponseRef | null {
  if (typeof given === 'string') return given === '' ? null : { model: given, sample: 0 }
  if (typeof given !== 'object' || given === null || !('model' in given)) return null
  const sample = 'sample' in given ? Number(given.sample) : 0
  return typeof given.model === 'string' && Number.isInteger(sample) ? { model: given.model, sample } : null
}
