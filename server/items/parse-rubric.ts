// Reads the rubric of an item: texts, or points with an id, a maximum, a grading and a weight.
import { type RubricPoint, rubricPointSchema, rubricPointsSchema } from '../../criteria/checklist/schema'
import { sha256 } from './content-hash'
import { type Complain, isGiven, isRecord, type RawRecord } from './raw-record'

const example = 'Write [{"id": "p1", "text": "Names the theorem.", "maximum": 2}], or a list of texts.'

/** The points; null, with complaints, when they are none. Points without an id get one made of their text. */
export function parseRubric(field: string, given: unknown, complain: Complain): RubricPoint[] | null {
  const list = pointList(given)
  if (list === null) {
    complain('error', 'bad_rubric', field, given, 'The rubric is not a list of points.', example)
    return null
  }
  const taken = new Set(list.flatMap(point => (isRecord(point) ? (givenId(point) ?? []) : [])))
  let isGood = true
  const points = list.flatMap((point, index) => {
    const parsed = rubricPointSchema.safeParse(toPoint(point, taken))
    if (parsed.success) return [parsed.data]
    isGood = false
    const issue = parsed.error.issues[0]
    const path = [`${field}[${index}]`, ...(issue?.path ?? [])].join('.')
    complain('error', 'bad_rubric', path, point, issue?.message ?? 'This is not a point.', example)
    return []
  })
  const parsed = rubricPointsSchema.safeParse(points)
  if (isGood && !parsed.success)
    complain('error', 'bad_rubric', field, given, parsed.error.issues[0]?.message ?? '', example)
  return isGood && parsed.success ? parsed.data : null
}

/** A list as it is, {points: […]}, JSON in a cell, or a text with one point per line. */
function pointList(given: unknown): unknown[] | null {
  if (Array.isArray(given)) return given
  if (isRecord(given)) return Array.isArray(given.points) ? given.points : null
  if (typeof given !== 'string') return null
  if (!/^\s*[[{]/.test(given)) return given.split(/\r?\n/).filter(line => line.trim() !== '')
  try {
    return pointList(JSON.parse(given))
  } catch {
    return null
  }
}

const firstGiven = (point: RawRecord, ...names: string[]) => names.map(name => point[name]).find(isGiven)

/** The id, or the name where that can be one. */
function givenId(point: RawRecord): string | null {
  const id = firstGiven(point, 'id', 'name')
  return id === undefined ? null : String(id).trim()
}

function toPoint(given: unknown, taken: Set<string>): unknown {
  const point: RawRecord = isRecord(given) ? given : { text: given }
  const text = firstGiven(point, 'text', 'criterion', 'description')
  const maximum = firstGiven(point, 'maximum', 'max', 'points') ?? 1
  const most = typeof maximum === 'string' ? Number(maximum) : maximum
  const weight = firstGiven(point, 'weight')
  return {
    id: givenId(point) ?? madeId(String(text), taken),
    text,
    maximum: most,
    grading: firstGiven(point, 'grading') ?? (typeof most === 'number' && most > 1 ? 'points' : 'met'),
    weight: typeof weight === 'string' ? Number(weight) : (weight ?? null),
  }
}

/** The same text always gets the same id, wherever it stands: an inserted point renames no other. */
function madeId(text: string, taken: Set<string>): string {
  const own = `p${sha256(text.trim()).toString('hex').slice(0, 8)}`
  let id = own
  for (let copy = 2; taken.has(id); copy++) id = `${own}-${copy}`
  taken.add(id)
  return id
}
