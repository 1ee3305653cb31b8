// Checklists: one row per annotator × item × response × point, or all points of a response in one JSON object.
import { gradesOf, mostHundredths, pointsOf } from '../../../criteria/checklist/points'
import type { ChecklistChoice, ChecklistCriterion, RubricPoint } from '../../../criteria/checklist/schema'
import { chooseCriterion } from './choose-criterion'
import { cell, type FileRow, firstCell } from './recorded-file'
import type { ReadingContext, RecordedKind, RecordedRating, Statement } from './statement'

interface Graded {
  earned: number
  reason?: string
}

const grades: Record<string, number> = {
  met: 1,
  yes: 1,
  true: 1,
  full: 1,
  partly: 0.5,
  partial: 0.5,
  half: 0.5,
  not: 0,
  'not met': 0,
  no: 0,
  false: 0,
}

/** By id, by its text, or by its number from 1. */
function findPoint(points: readonly RubricPoint[], given: string): RubricPoint | null {
  const byWords = points.find(({ id }) => id === given) ?? points.find(({ text }) => text === given)
  return byWords ?? (/^\d{1,3}$/.test(given) ? (points[Number(given) - 1] ?? null) : null)
}

/** Hundredths of a point, or null. A word or a number in "grade", points in "earned". */
function earnedOf(point: RubricPoint, earned: string | null, grade: string | null): number | null {
  const share = grade === null ? null : (grades[grade.toLowerCase()] ?? null)
  const most = mostHundredths(point)
  const written = earned ?? (share === null ? grade : null)
  const hundredths =
    share !== null && earned === null ? Math.floor(most * share) : Math.round(Number(written ?? Number.NaN) * 100)
  const allowed = gradesOf(point)
  const fits = Number.isInteger(hundredths) && hundredths >= 0 && hundredths <= most
  return fits && (allowed === null || allowed.includes(hundredths)) ? hundredths : null
}

interface Entry {
  point: string
  earned: string | null
  grade: string | null
  reason: string | null
}

/** What a row says of points: of one, or of several in "points". */
function entriesOf(row: FileRow): Entry[] {
  const given = row.fields.points
  const several = typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : null
  if (!several)
    return [
      {
        point: firstCell(row, 'point') ?? '',
        earned: firstCell(row, 'earned', 'score', 'value'),
        grade: firstCell(row, 'grade'),
        reason: firstCell(row, 'reason'),
      },
    ]
  return several.map(([point, said]) => {
    const member = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>
    const plain = typeof said === 'object' ? null : cell(said)
    const isWord = plain !== null && plain.toLowerCase() in grades
    return {
      point,
      earned: cell(member.earned) ?? (isWord ? null : plain),
      grade: cell(member.grade) ?? (isWord ? plain : null),
      reason: cell(member.reason),
    }
  })
}

export const checklists: RecordedKind = {
  read: (row, base, context) => {
    const scope = base.ref ? 'response' : 'item'
    const criterion = chooseCriterion(context, 'checklist', scope, firstCell(row, 'criterion'), row.line)
    if (!criterion) return []
    const { points } = pointsOf(criterion, context.rubricOf(base.item))
    if (points.length === 0) {
      const fix = 'Import the items with their rubrics first.'
      context.refuse(row.line, 'item', base.item, `Item "${base.item}" has no rubric in this study.`, fix)
      return []
    }
    return entriesOf(row).flatMap(entry => {
      const statement = readEntry(entry, points, row.line, context)
      return statement ? [{ ...base, pair: null, criterion, ...statement }] : []
    })
  },
  finish: (statements, context) => byRef(statements).flatMap(own => toRating(own, context) ?? []),
}

function readEntry(entry: Entry, points: readonly RubricPoint[], line: number, { refuse }: ReadingContext) {
  const point = findPoint(points, entry.point)
  if (!point) {
    const known = points.map(({ id }) => id).join(', ')
    return refuse(
      line,
      'point',
      entry.point,
      'The rubric has no such point.',
      `Use an id (${known}), a text or a number.`,
    )
  }
  const earned = earnedOf(point, entry.earned, entry.grade)
  if (earned === null) {
    const allowed = gradesOf(point)?.map(grade => grade / 100) ?? `0 to ${point.maximum}`
    return refuse(
      line,
      entry.earned === null ? 'grade' : 'earned',
      entry.earned ?? entry.grade,
      `Point "${point.id}" cannot be graded so.`,
      `Use met, partly or not where they apply, or points: ${allowed}.`,
    )
  }
  const said: Graded = { earned, ...(entry.reason === null ? {} : { reason: entry.reason }) }
  return { part: point.id, said }
}

function byRef(statements: readonly Statement[]): Statement[][] {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const key = JSON.stringify(statement.ref)
    groups.set(key, [...(groups.get(key) ?? []), statement])
  }
  return [...groups.values()]
}

function toRating(statements: readonly Statement[], context: ReadingContext): RecordedRating | null {
  const [first] = statements
  if (!first) return null
  const { version, points } = pointsOf(first.criterion as ChecklistCriterion, context.rubricOf(first.item))
  const given = new Map(statements.map(({ part, said }) => [part, said as Graded]))
  const absent = points.filter(({ id }) => !given.has(id)).map(({ id }) => id)
  if (absent.length > 0)
    return context.refuse(
      first.line,
      'point',
      absent.join(', '),
      `Not all points of item "${first.item}" are judged${first.ref ? ` for "${first.ref.model}"` : ''}.`,
      'Give every point of the rubric.',
    )
  const choice: ChecklistChoice = { kind: 'checklist', rubric: version, points: Object.fromEntries(given) }
  return { criterion: first.criterion.id, ref: first.ref, choice }
}
