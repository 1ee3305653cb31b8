/** The lists in a criterion, and the word for an entry of each; the fields that stand alone, and theirs. */
const entries = {
  categories: 'criteria.spans.category',
  severities: 'criteria.spans.severity',
  options: 'criteria.choice.option',
  strengths: 'criteria.preference.strength',
  points: 'criteria.checklist.point',
} as const
const fields = { min: 'scale.min', max: 'scale.max', step: 'scale.step', asked: 'criteria.asked' } as const

interface ProblemPlace {
  /** Index of the criterion. */
  criterion: number
  /** The key, in `studyForm`, of what in it is meant, and its number from 1. */
  part: { key: (typeof entries)[keyof typeof entries] | (typeof fields)[keyof typeof fields]; number: number } | null
}

const pattern = /^protocol\.criteria\.(\d+)(?:\.(.+))?$/

/** Where in the criteria a field stands; null: elsewhere in the form, or it is about all of them. */
export function problemPlace(path: string): ProblemPlace | null {
  const [, criterion, inside = ''] = pattern.exec(path) ?? []
  if (criterion === undefined) return null
  const steps = inside.replace(/^points\.points/, 'points').split('.')
  const [list = '', index = ''] = steps
  const place = { criterion: Number(criterion) }
  if (list in fields) return { ...place, part: { key: fields[list as keyof typeof fields], number: 0 } }
  if (list in entries && /^\d+$/.test(index))
    return { ...place, part: { key: entries[list as keyof typeof entries], number: Number(index) + 1 } }
  return { ...place, part: null }
}
