// Groups what a file says into judgments: one per annotator and item, or per annotator, item and pair.
import { createHash } from 'node:crypto'
import type { PreferenceChoice } from '../../../criteria/preference/schema'
import { canonicalJson } from '../../audit/canonical-json'
import type { RecordedProblem } from '../schema'
import { finishingKind } from './finishing-kind'
import { turnedOver } from './pairs'
import { type ReadingContext, type RecordedRating, type ResponseRef, refKey, type Statement } from './statement'

/** Most responses that one judgment can hold. */
export const mostSlots = 8

export interface RecordedJudgment {
  /** Where the file first speaks of it. */
  line: number
  item: string
  annotator: string | null
  /** The responses in slots A and B, where two are compared. */
  pair: readonly [ResponseRef, ResponseRef] | null
  /** All responses, in the order of the file. */
  refs: (ResponseRef & { line: number })[]
  ratings: RecordedRating[]
}

export interface GroupedJudgments {
  judgments: RecordedJudgment[]
  /** In the order of the file. */
  models: string[]
  blankScores: number
  repeatedRows: number
  problems: RecordedProblem[]
}

interface Growing extends RecordedJudgment {
  byRef: Set<string>
  byKey: Map<string, Statement>
}

const pairKey = (pair: Statement['pair']) => (pair ? pair.map(refKey).sort() : null)

/** Judgments in the order in which the file first names them. Contradictions are problems, repetitions are not. */
export function groupJudgments(statements: readonly Statement[], context: ReadingContext): GroupedJudgments {
  const problems: RecordedProblem[] = []
  const models = new Set<string>()
  const judgments = new Map<string, Growing>()
  let blankScores = 0
  let repeatedRows = 0
  for (const given of statements) {
    const key = JSON.stringify([given.annotator, given.item, pairKey(given.pair)])
    const judgment = judgments.get(key) ?? begin(given)
    judgments.set(key, judgment)
    const statement = inSlotOrder(given, judgment.pair)
    const { line, item, said } = statement
    if (said === null) blankScores += 1
    for (const ref of statement.pair ?? (statement.ref ? [statement.ref] : [])) {
      models.add(ref.model)
      if (judgment.byRef.has(refKey(ref))) continue
      judgment.byRef.add(refKey(ref))
      judgment.refs.push({ ...ref, line })
      if (judgment.refs.length === mostSlots + 1)
        problems.push({
          line,
          field: 'model',
          value: ref.model,
          message: `Item "${item}" has more than ${mostSlots} responses in one judgment.`,
          fix: 'Use several studies for more models.',
        })
    }
    const part = JSON.stringify([statement.criterion.id, statement.ref && refKey(statement.ref), statement.part])
    const first = judgment.byKey.get(part)
    if (!first) judgment.byKey.set(part, statement)
    else if (canonicalJson(first.said) === canonicalJson(said)) repeatedRows += 1
    else problems.push(contradiction(statement, first))
  }
  const grouped = [...judgments.values()].map(({ byKey, byRef: _, ...judgment }) => {
    judgment.ratings = finish([...byKey.values()], context)
    return judgment
  })
  return { judgments: grouped, models: [...models], blankScores, repeatedRows, problems }
}

const begin = ({ line, item, annotator, pair }: Statement): Growing => {
  return { line, item, annotator, pair, refs: [], ratings: [], byRef: new Set(), byKey: new Map() }
}

/** What is said of a pair in the other order, in the order in which the judgment has it. */
function inSlotOrder(statement: Statement, pair: RecordedJudgment['pair']): Statement {
  const [a] = statement.pair ?? []
  if (!a || !pair || refKey(a) === refKey(pair[0])) return statement
  const isPreference = statement.criterion.kind === 'preference' && statement.said !== null
  return { ...statement, pair, said: isPreference ? turnedOver(statement.said as PreferenceChoice) : statement.said }
}

function contradiction(statement: Statement, first: Statement): RecordedProblem {
  const of = statement.ref ? ` of "${statement.ref.model}"` : ''
  return {
    line: statement.line,
    field: statement.criterion.kind === 'scale' ? 'score' : '',
    value: statement.item,
    message: `Line ${first.line} already says something else${of} for item "${statement.item}" by the same annotator.`,
    fix: 'Keep one of the two, or name different annotators in a column "annotator".',
  }
}

function finish(statements: readonly Statement[], context: ReadingContext): RecordedRating[] {
  const byCriterion = new Map<string, Statement[]>()
  for (const statement of statements) {
    if (statement.said === null) continue
    const own = byCriterion.get(statement.criterion.id)
    if (own) own.push(statement)
    else byCriterion.set(statement.criterion.id, [statement])
  }
  return [...byCriterion.values()].flatMap(own => {
    const kind = own[0]?.criterion.kind
    return kind ? finishingKind(kind).finish(own, context) : []
  })
}

/** The same study, annotator, item and pair always give the same key: a version 8 UUID of their SHA-256. */
export function recordedKey(studyId: string, { annotator, item, pair }: RecordedJudgment): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([studyId, annotator, item, ...(pair ? [pairKey(pair)] : [])]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** SHA-256 of what a judgment says, whatever the order of its rows. */
export function recordedHash({ ratings }: RecordedJudgment): Uint8Array<ArrayBuffer> {
  const said = ratings.map(rating => canonicalJson(rating)).sort()
  return new Uint8Array(createHash('sha256').update(said.join('\n')).digest())
}
