// What an import makes of a file's records: what the study holds already, and the rows that come to it.
import type { RubricPoint } from '../../criteria/checklist/schema'
import type { CategoryMatch } from './category-matcher'
import type { ImportProblems } from './import-problems'
import type { ImportTally } from './import-tally'
import type { LateWarnings } from './late-warnings'
import type { ParsedItem, ParsedResponse, Status } from './raw-record'
import type { SeenKeys } from './seen-keys'

export interface ExistingResponse {
  id: string
  model: string
  sample: number
  /** responseHash */
  hash: Buffer
  textHash: Buffer
  representativeId: string
  status: Status
}

export interface ExistingItem {
  id: string
  contentHash: Buffer
  language: string
  category: string | null
  /** Annotators may have it: its responses are settled. */
  hasPlaces: boolean
  responses: ExistingResponse[]
  /** Points of the newest version. Looked up only for the items that a batch brings rubrics for. */
  rubric?: unknown
}

export interface PlannedItem extends ParsedItem {
  id: string
  externalId: string
  categoryCode: string | null
  contentHash: Buffer
}

export interface PlannedResponse extends ParsedResponse {
  id: string
  itemId: string
  sampleIndex: number
  textHash: Buffer
  representativeId: string
}

export interface PlannedRubric {
  itemId: string
  points: RubricPoint[]
  /** The item had another one, or none. */
  isChange: boolean
}

export interface Plan {
  items: PlannedItem[]
  responses: PlannedResponse[]
  rubrics: PlannedRubric[]
}

/** What lasts over all batches of a file. */
export interface PlanContext {
  seenItems: SeenKeys
  seenResponses: SeenKeys
  tally: ImportTally
  problems: ImportProblems
  late: LateWarnings
  matchCategory: (given: string) => CategoryMatch
  foldCategory: (given: string) => string
  isNewModel: (name: string) => boolean
  newId: () => string
  /** A draft takes another rubric for an item that it has. */
  isDraft: boolean
  /** Responses that the study has are compared with nothing: whether a text is a model's would tell whose it is. */
  isSealed: boolean
}

/** An item of the batch, with the responses that it has so far. */
export interface OpenItem {
  id: string
  hasPlaces: boolean
  responses: Pick<ExistingResponse, 'id' | 'textHash' | 'representativeId' | 'status'>[]
}

/** Refuses a record. */
export type Refuse = (code: string, field: string, value: unknown, message: string, fix: string) => void
