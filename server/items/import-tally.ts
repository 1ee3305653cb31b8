// Counts what a file brings, per language × category × model, and which models answered which items.
import { type ItemExtras, plainItem } from './raw-record'
import type { ImportProblem, ImportSummary } from './schema'
import type { SeenKeys } from './seen-keys'

interface Cell {
  language: string
  category: string | null
  items: number
  responses: Map<number, number>
}

/** Notes kept with each item of a file (SeenKeys). */
export const cellNote = 0
export const modelSetNote = 1
export const responseCountNote = 2

const unitSeparator = '\u001f'

export class ImportTally {
  readonly items = { new: 0, unchanged: 0 }
  readonly responses = { new: 0, unchanged: 0, withReasoning: 0, sharingSlot: 0 }
  readonly extras: ImportSummary['extras'] = {
    purposes: {},
    expected: 0,
    contexts: 0,
    translations: 0,
    pairs: 0,
    rubrics: { new: 0, changed: 0 },
  }
  lines = 0
  badLines = 0
  /** Lines with fields that look like judgments. */
  noted = 0
  private readonly cells: Cell[] = []
  private readonly cellIndex = new Map<string, number>()
  private readonly models: { name: string; isNew: boolean; responses: number }[] = []
  private readonly modelIndex = new Map<string, number>()
  /** Sets of models, each kept once; set 0 is empty. */
  private readonly sets: number[][] = [[]]
  private readonly setIndex = new Map<string, number>([['', 0]])
  private readonly unknown = new Map<string, ImportSummary['unknownCategories'][number]>()

  /** The number of a language × category. */
  cell(language: string, category: string | null): number {
    const key = `${language}${unitSeparator}${category ?? ''}`
    const known = this.cellIndex.get(key)
    if (known !== undefined) return known
    this.cellIndex.set(key, this.cells.length)
    this.cells.push({ language, category, items: 0, responses: new Map() })
    return this.cells.length - 1
  }

  /** The number of a model; `isNew` is asked when it is met first. */
  model(name: string, isNew: (name: string) => boolean): number {
    const known = this.modelIndex.get(name)
    if (known !== undefined) return known
    this.modelIndex.set(name, this.models.length)
    this.models.push({ name, isNew: isNew(name), responses: 0 })
    return this.models.length - 1
  }

  countItem(cell: number) {
    const counted = this.cells[cell]
    if (counted) counted.items += 1
  }

  /** Of a new item. */
  countExtras(of: ItemExtras) {
    if (of === plainItem) return
    const { extras } = this
    if (of.purpose !== 'STUDY') extras.purposes[of.purpose] = (extras.purposes[of.purpose] ?? 0) + 1
    if (of.expected) extras.expected += 1
    if (of.context) extras.contexts += 1
    if (of.sourceLanguage) extras.translations += 1
    if (of.pairs) extras.pairs += of.pairs.length
    if (of.rubric) extras.rubrics.new += 1
  }

  countResponse(cell: number, model: number) {
    const counted = this.cells[cell]
    counted?.responses.set(model, (counted.responses.get(model) ?? 0) + 1)
    const of = this.models[model]
    if (of) of.responses += 1
  }

  /** The number of a set with one more model. */
  setWith(set: number, model: number): number {
    const members = this.sets[set] ?? []
    if (members.includes(model)) return set
    const next = [...members, model].sort((a, b) => a - b)
    const key = next.join()
    const known = this.setIndex.get(key)
    if (known !== undefined) return known
    this.setIndex.set(key, this.sets.length)
    this.sets.push(next)
    return this.sets.length - 1
  }

  unknownCategory(value: string, folded: string, line: number) {
    const known = this.unknown.get(folded)
    if (known) known.count += 1
    else this.unknown.set(folded, { value, folded, count: 1, line })
  }

  /** Items that lack a response of a model that answered others of the file. `complete`: that is an error. */
  missingResponses(seen: SeenKeys, complete: boolean, add: (problem: ImportProblem) => void) {
    const answering = this.models.flatMap((model, index) => (model.responses > 0 ? [{ ...model, index }] : []))
    if (answering.length === 0) return
    const missingOf = this.sets.map(set =>
      answering
        .filter(model => !set.includes(model.index))
        .map(model => model.name)
        .join(', '),
    )
    for (const at of seen.entries()) {
      const line = seen.line(at)
      const missing = missingOf[seen.note(at, modelSetNote)]
      if (missing)
        add({
          line,
          severity: complete ? 'error' : 'warning',
          code: 'missing_response',
          field: 'responses',
          value: missing,
          message: `This item has no response of ${missing}.`,
          fix: complete
            ? 'The study asks for complete blocks: add the response, or give it a status such as "failed".'
            : 'Add the response later, or leave it: items may have different models.',
        })
      else if (seen.note(at, responseCountNote) === 1)
        add({
          line,
          severity: 'warning',
          code: 'single_response',
          field: 'responses',
          value: '',
          message: 'This item has one response only.',
          fix: 'Nothing can be compared on it; add responses of other models.',
        })
    }
  }

  summary(rest: Pick<ImportSummary, 'problems' | 'encoding' | 'format'>): ImportSummary {
    const counts = this.cells.flatMap(({ language, category, items, responses }) => [
      ...(items > 0 ? [{ language, category, model: null, count: items }] : []),
      ...[...responses].map(([model, count]) => ({ language, category, model: this.models[model]?.name ?? '', count })),
    ])
    return {
      lines: this.lines,
      badLines: this.badLines,
      items: this.items,
      responses: this.responses,
      extras: this.extras,
      counts,
      models: this.models,
      unknownCategories: [...this.unknown.values()],
      ...rest,
    }
  }
}
