// Comments: alone, or beside what a row says otherwise.
import { chooseCriterion } from './choose-criterion'
import { type FileRow, firstCell } from './recorded-file'
import type { ReadingContext, RecordedKind, Statement } from './statement'

export const comments: RecordedKind = {
  read: (row, base, context) => {
    const scope = base.ref ? 'response' : 'item'
    const criterion = chooseCriterion(context, 'comment', scope, firstCell(row, 'criterion'), row.line)
    return criterion ? [{ ...base, pair: null, criterion, part: '', said: firstCell(row, 'comment', 'text') }] : []
  },
  finish: statements =>
    statements.map(({ criterion, ref, said }) => ({ criterion: criterion.id, ref, text: String(said) })),
}

/** The comment of a row of another kind; none when there is none. */
export function commentStatement(
  row: FileRow,
  base: Pick<Statement, 'line' | 'item' | 'annotator' | 'ref' | 'pair'>,
  context: ReadingContext,
): Statement[] {
  const said = firstCell(row, 'comment')
  if (said === null) return []
  const scope = base.ref ? 'response' : 'item'
  const criterion = context.criteria.find(one => one.kind === 'comment' && one.scope === scope)
  if (criterion) return [{ ...base, criterion, part: '', said }]
  context.refuse(
    row.line,
    'comment',
    said,
    `This study has no comment per ${scope}.`,
    'Leave the column out, or give the protocol a comment.',
  )
  return []
}
