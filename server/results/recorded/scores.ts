// Scores: one row per annotator × item × response (× criterion).
import { chooseCriterion } from './choose-criterion'
import { commentStatement } from './comments'
import { cell, firstCell, hasField } from './recorded-file'
import type { RecordedKind, Statement } from './statement'

/** `said`: the decimal as written. It becomes steps when the scale's step is settled. */
export const scores: RecordedKind = {
  read: (row, base, context) => {
    const scope = base.ref ? 'response' : 'item'
    const criterion = chooseCriterion(context, 'scale', scope, firstCell(row, 'criterion'), row.line)
    if (!criterion) return []
    const refuse = (value: unknown, message: string, fix: string) => {
      context.refuse(row.line, 'score', cell(value) ?? '', message, fix)
      return []
    }
    if (!hasField(row, 'score', 'value', 'rating'))
      return refuse('', 'There is no score field.', 'Add "score"; leave it blank or null for a missing score.')
    const said = firstCell(row, 'score', 'value', 'rating')
    if (said !== null && !/^[+-]?\d+(\.\d+)?$/.test(said))
      return refuse(said, 'This is not a decimal number.', 'Write it like 8 or 8.5; blank means missing.')
    const statement: Statement<string> = { ...base, pair: null, criterion, part: '', said }
    return [statement, ...commentStatement(row, { ...base, pair: null }, context)]
  },
  // Only whole steps are left of scores when they are finished: see settle-scales.ts.
  finish: statements =>
    statements.map(({ criterion, ref, said }) => ({ criterion: criterion.id, ref, value: Number(said) })),
}
