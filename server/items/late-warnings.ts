// What can be said of an item only when the whole file is read: its responses may stand on later lines.
import { shownValue } from './import-problems'
import { responseCountNote } from './import-tally'
import type { ParsedItem, ParsedRecord } from './raw-record'
import { responseKey } from './response-key'
import type { ImportProblem, PairMember } from './schema'
import type { SeenKeys } from './seen-keys'

/** A note kept with each item of a file (SeenKeys): 1 where it names no source language. */
const noSourceNote = 3

export class LateWarnings {
  /** Members of fixed pairs that neither their own line nor the study has a response of. */
  private readonly unmet: { itemKey: Buffer; externalId: string; line: number; member: PairMember }[] = []
  private hasTranslations = false
  private readonly uncompared = { first: 0, count: 0 }

  constructor(private readonly seenItems: SeenKeys) {}

  /** Takes note of an item that the file brings, at its entry in `seenItems`. `known`: the responses that the study has. */
  noteItem(at: number, itemKey: Buffer, record: ParsedRecord, item: ParsedItem, known: readonly PairMember[]) {
    const { externalId, line, responses } = record
    if (item.extras.sourceLanguage) this.hasTranslations = true
    else this.seenItems.setNote(at, noSourceNote, 1)
    const { pairs } = item.extras
    if (!pairs) return
    const met = [...known, ...responses.map(({ model, sample }) => ({ model, sample: sample ?? 0 }))]
    for (const member of pairs.flat()) {
      if (met.some(one => isSame(one, member))) continue
      met.push(member)
      this.unmet.push({ itemKey, externalId, line, member })
    }
  }

  /** The study has a response of that model already, and it must not be told whether it is this one. */
  noteUncompared(line: number) {
    this.uncompared.first ||= line
    this.uncompared.count += 1
  }

  /** `areTranslations`: the study asks for a source language of its items. */
  report(seenResponses: SeenKeys, areTranslations: boolean, add: (problem: ImportProblem) => void) {
    for (const { itemKey, externalId, line, member } of this.unmet) {
      // Whoever brings the responses in another file is told by the opening checklist.
      if (this.seenItems.note(this.seenItems.find(itemKey), responseCountNote) === 0) continue
      if (seenResponses.find(responseKey(externalId, member)) < 0) add(unmetMember(line, member))
    }
    if (this.uncompared.count > 0) add(notCompared(this.uncompared))
    if (!areTranslations && !this.hasTranslations) return
    for (const at of this.seenItems.entries())
      if (this.seenItems.note(at, noSourceNote) === 1) add(noSource(this.seenItems.line(at)))
  }
}

const isSame = (a: PairMember, b: PairMember) => a.model === b.model && a.sample === b.sample

const unmetMember = (line: number, { model, sample }: PairMember): ImportProblem => ({
  line,
  severity: 'warning',
  code: 'unknown_pair_member',
  field: 'pairs',
  value: shownValue(sample === 0 ? model : `${model}, sample ${sample}`),
  message: `A pair names ${sample === 0 ? 'a model' : 'a sample of a model'} that this item has no response of: it is never shown.`,
  fix: 'Write model and sample as the responses have them, or add that response.',
})

const notCompared = ({ first, count }: { first: number; count: number }): ImportProblem => ({
  line: first,
  severity: 'warning',
  code: 'not_compared',
  field: 'text',
  value: '',
  message: `The study has responses of these models for these items (${count}). While it is blind they are not compared with those of the file.`,
  fix: 'Nothing to do: those of the study stay as they are.',
})

const noSource = (line: number): ImportProblem => ({
  line,
  severity: 'warning',
  code: 'missing_source_language',
  field: 'source_language',
  value: '',
  message:
    'This item names no source language, in a study of translations: it goes to people who may not know the language that was translated.',
  fix: 'Add "source_language", such as "en".',
})
