// What the texts of a bundle say of a study. Nothing here hangs on random ids, or on when the bundle was made.
import type { CriterionAgreement } from '../../results/agreement/criterion-agreement'
import type { ResultFilter } from '../../results/filter'
import type { Protocol } from '../../studies/schema'
import type { Datasheet } from '../schema'

export interface ItemCount {
  language: string
  /** Short name; null: no category. */
  category: string | null
  items: number
  /** With a reference answer. */
  referenced: number
  /** Made for imported judgments: neither the item nor its responses have a text here. */
  withoutText: number
}

export interface ModelCount {
  name: string
  responses: number
  refused: number
  truncated: number
  failed: number
  notCollected: number
}

export interface AnnotatorCount {
  /** Pseudonym, or the number of a recorded one. */
  annotator: string
  judgments: number
  /** Null: not known, as of imported judgments. */
  medianSeconds: number | null
  /** "en native, zh fluent". */
  languages: string
  /** Codes of categories. */
  expertise: string[]
}

export interface ExclusionCount {
  reason: string
  judgments: number
}

export interface JudgmentFacts {
  /** That results are made of. */
  live: number
  recorded: number
  repeats: number
  adjudications: number
  ofKnownItems: number
  passedKnownItems: number
  tooFast: number
  straightLined: number
  /** Places that were given back or passed over. */
  skipped: number
  flags: number
  /** Days of the first and the last judgment that was made here, UTC; null: none. When imported ones were made is not known. */
  first: string | null
  last: string | null
}

export interface BundleFacts {
  slug: string
  name: string
  disclosure: string
  methodVersion: string
  protocolVersion: number
  protocol: Protocol
  filter: ResultFilter
  /** Null while the study is blind: there may be no table by model. */
  models: ModelCount[] | null
  modelCount: number
  items: ItemCount[]
  annotators: AnnotatorCount[]
  judgments: JudgmentFacts
  exclusions: ExclusionCount[]
  agreement: CriterionAgreement[]
  /** Items name what they belong together with: intervals are over these clusters. */
  isClustered: boolean
  datasheet: Datasheet
}
