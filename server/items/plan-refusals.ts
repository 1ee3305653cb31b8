// Why a record cannot be taken: it contradicts an earlier line, or what the study holds.
import type { RubricPoint } from '../../criteria/checklist/schema'
import { canonicalJson } from '../audit/canonical-json'
import type { ExistingItem, PlanContext, Refuse } from './import-plan'
import { responseCountNote } from './import-tally'
import type { Decision } from './plan-responses'
import type { ParsedRecord } from './raw-record'

const mostResponsesPerItem = 8

/** Where the record's id was seen in the file (-1: nowhere), and what the record says. */
export interface RecordContent {
  seenAt: number
  contentHash: Buffer | null
  wholeHash: Buffer | null
  rubric: RubricPoint[] | null
}

/** Whether a record brings other points than the item has. */
export const isOtherRubric = (rubric: RubricPoint[] | null, existing: ExistingItem): boolean =>
  rubric !== null && canonicalJson(rubric) !== canonicalJson(existing.rubric ?? null)

/** An item says one thing only, in the file and in the study. */
export function refuseItem(
  { externalId, item }: ParsedRecord,
  existing: ExistingItem | undefined,
  { seenAt, contentHash, wholeHash, rubric }: RecordContent,
  { seenItems, isDraft }: PlanContext,
  refuse: Refuse,
): void {
  if (item && contentHash) {
    if (seenAt >= 0 && wholeHash && !seenItems.hasContent(seenAt, wholeHash))
      refuse(
        'duplicate_id',
        'id',
        externalId,
        `Line ${seenItems.line(seenAt)} has the same id with other content.`,
        'Give one of the two another id, or take it out.',
      )
    else if (seenAt < 0 && existing && !existing.contentHash.equals(contentHash))
      refuse(
        'conflict_with_study',
        'id',
        externalId,
        'The study has an item with this id and other content.',
        'Use another id. Items are never overwritten.',
      )
    else if (seenAt < 0 && existing && isOtherRubric(rubric, existing) && !isDraft)
      refuse(
        'rubric_settled',
        'rubric',
        externalId,
        'The item has another rubric in this study, which has begun.',
        "Edit the rubric on the item's page: that makes a new version of it.",
      )
  } else if (seenAt < 0 && !existing)
    refuse(
      'unknown_item',
      'id',
      externalId,
      'There is no item with this id, neither in the study nor earlier in the file.',
      'Import the item first, or correct the id.',
    )
}

/** An item takes only so many responses, and no more samples of a model once annotators may have it. */
export function refuseMoreResponses(
  existing: ExistingItem | undefined,
  seenAt: number,
  decisions: readonly Decision[],
  externalId: string,
  { seenItems }: PlanContext,
  refuse: Refuse,
): void {
  const added = decisions.filter(decision => decision.outcome === 'new')
  const before = seenAt >= 0 ? seenItems.note(seenAt, responseCountNote) : (existing?.responses.length ?? 0)
  if (before + added.length > mostResponsesPerItem)
    refuse(
      'too_many_responses',
      'responses',
      before + added.length,
      `An item may have up to ${mostResponsesPerItem} responses.`,
      'Spread them over several items or studies.',
    )
  const isKnown = (model: string) => existing?.responses.some(response => response.model === model) ?? false
  if (existing?.hasPlaces && added.some(({ response }) => isKnown(response.model)))
    refuse(
      'already_assigned',
      'responses',
      externalId,
      'Annotators may already have this item: no more samples of its models can be added.',
      'Import it under another id. Responses of a model that the item does not have yet can be added.',
    )
}
