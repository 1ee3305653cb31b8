// Marked errors: one row per span of a response's text or of the source, or several in one JSON list.
import { fitsText } from '../../../criteria/spans/fits-text'
import { type Span, type SpansChoice, type SpansCriterion, spanSchema } from '../../../criteria/spans/schema'
import { chooseCriterion } from './choose-criterion'
import { cell, type FileRow, firstCell } from './recorded-file'
import type { ReadingContext, RecordedKind, RecordedRating, ResponseRef, RowBase, Statement } from './statement'

const byName = (parts: readonly { id: string; label: string }[], given: string | null) =>
  parts.find(({ id, label }) => given !== null && [id, label].some(name => name.toLowerCase() === given.toLowerCase()))

/** The rows' spans: the row itself, or what stands in "spans". An empty list: nothing was marked. */
function spanRows(row: FileRow): FileRow[] {
  const list = row.fields.spans
  if (!Array.isArray(list)) return [row]
  return list.map(fields => ({ line: row.line, fields: typeof fields === 'object' && fields !== null ? fields : {} }))
}

export const spans: RecordedKind = {
  read: (row, base, context) => {
    const criterion = chooseCriterion(context, 'spans', 'response', firstCell(row, 'criterion'), row.line)
    if (!criterion || !base.ref) return []
    const { ref } = base
    return spanRows(row).flatMap((one): Statement<Span>[] => {
      const said = readSpan(one, { ...base, ref }, criterion, context)
      return said ? [{ ...base, pair: null, criterion, part: JSON.stringify(said), said }] : []
    })
  },
  finish: statements => {
    const ratings = new Map<string, RecordedRating & { choice: SpansChoice }>()
    for (const { criterion, ref, said } of statements) {
      const key = JSON.stringify(ref)
      const rating = ratings.get(key) ?? { criterion: criterion.id, ref, choice: { kind: 'spans', spans: [] } }
      rating.choice.spans.push(said as Span)
      ratings.set(key, rating)
    }
    return [...ratings.values()]
  },
}

function readSpan(
  row: FileRow,
  { item, ref }: RowBase & { ref: ResponseRef },
  criterion: SpansCriterion,
  context: ReadingContext,
): Span | null {
  const category = firstCell(row, 'span_category', 'error_category', 'category')
  const severity = firstCell(row, 'severity')
  const refuse = (field: string, value: unknown, message: string, fix: string) =>
    context.refuse(row.line, field, cell(value) ?? '', message, fix)
  const ofCategory =
    byName(criterion.categories, category) ?? (criterion.categories.length === 1 ? criterion.categories[0] : undefined)
  if (!ofCategory)
    return refuse(
      'category',
      category,
      'This category is not one of the protocol.',
      `Use one of ${criterion.categories.map(({ id }) => id).join(', ')}.`,
    )
  const ofSeverity = byName(criterion.severities, severity)
  if (!ofSeverity)
    return refuse(
      'severity',
      severity,
      'This severity is not one of the protocol.',
      `Use one of ${criterion.severities.map(({ id }) => id).join(', ')}.`,
    )
  const note = firstCell(row, 'note')
  const parsed = spanSchema.safeParse({
    part: firstCell(row, 'part')?.toLowerCase() ?? 'response',
    turn: Number(firstCell(row, 'turn') ?? 0),
    start: Number(firstCell(row, 'start') ?? Number.NaN),
    end: Number(firstCell(row, 'end') ?? Number.NaN),
    category: ofCategory.id,
    severity: ofSeverity.id,
    ...(note === null ? {} : { note }),
  })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = String(issue?.path[0] ?? 'start')
    return refuse(
      field,
      row.fields[field],
      issue?.message ?? '',
      'Count UTF-16 code units from 0; "end" is behind the last one.',
    )
  }
  const span = parsed.data
  if (span.part === 'source' && !criterion.source)
    return refuse(
      'part',
      'source',
      'The source cannot be marked in this study.',
      'Allow it in the protocol, or leave the row out.',
    )
  const turns = context.turnsOf(item, span.part === 'source' ? null : ref)
  const text = turns?.[span.turn]
  return turns && !fitsText(text ?? '', span)
    ? refuse(
        'end',
        span.end,
        `The text of turn ${span.turn} has ${text?.length ?? 0} code units, and a mark splits no character.`,
        'Check the offsets.',
      )
    : span
}
