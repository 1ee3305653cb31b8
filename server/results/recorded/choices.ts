// Choices: labels of a response or an item; several are separated by "|" or ";", or stand in a list.
import type { LabelsChoice } from '../../../criteria/choice/schema'
import { chooseCriterion } from './choose-criterion'
import { commentStatement } from './comments'
import { cell, type FileRow, firstCell } from './recorded-file'
import type { RecordedKind, Statement } from './statement'

function labelsOf({ fields }: FileRow): string[] {
  const given = fields.labels ?? fields.label ?? fields.choice ?? fields.category
  if (Array.isArray(given)) return given.flatMap(label => cell(label) ?? [])
  return (cell(given) ?? '').split(/[|;]/).flatMap(label => cell(label) ?? [])
}

export const choices: RecordedKind = {
  read: (row, base, context) => {
    const scope = base.ref ? 'response' : 'item'
    const criterion = chooseCriterion(context, 'choice', scope, firstCell(row, 'criterion'), row.line)
    if (!criterion) return []
    const labels = labelsOf(row)
    const ids = labels.flatMap(label => {
      const option = criterion.options.find(one =>
        [one.id, one.label].some(name => name.toLowerCase() === label.toLowerCase()),
      )
      if (option) return [option.id]
      const known = criterion.options.map(one => one.id).join(', ')
      context.refuse(row.line, 'label', label, `"${criterion.id}" has no such label.`, `Use one of ${known}.`)
      return []
    })
    if (ids.length < labels.length) return []
    if (ids.length > 1 && !criterion.many) {
      context.refuse(row.line, 'label', labels.join(', '), `"${criterion.id}" takes one label.`, 'Choose one of them.')
      return []
    }
    const ordered = criterion.options.map(({ id }) => id).filter(id => ids.includes(id))
    const said: LabelsChoice | null = ordered.length === 0 ? null : { kind: 'choice', labels: ordered }
    const statement: Statement<LabelsChoice> = { ...base, pair: null, criterion, part: '', said }
    return [statement, ...commentStatement(row, { ...base, pair: null }, context)]
  },
  finish: statements => statements.map(({ criterion, ref, said }) => ({ criterion: criterion.id, ref, choice: said })),
}
