import 'server-only'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db, type Transaction } from '../../platform/db'
import { randomId, randomSeed } from '../../platform/randomness'
import type { DuplicateStudy } from '../schema'
import { type CreatedStudy, claimSlug } from './create-study'
import { completeProtocol, lockStudy } from './lock-study'

/** Makes a draft with the same protocol and a seed of its own; with people and items if wanted, never with judgments. */
export async function duplicateStudy(study: StudyAccess, input: DuplicateStudy): Promise<CreatedStudy> {
  return db.$transaction(
    async tx => {
      const from = await lockStudy(tx, study.studyId)
      const slug = await claimSlug(tx, input.name)
      const id = randomId()
      await tx.study.create({
        data: {
          id,
          slug,
          name: input.name,
          preset: from.preset,
          disclosure: from.disclosure,
          seed: randomSeed(),
          createdById: study.actor.userId,
          protocols: { create: { version: 1, definition: completeProtocol(from.definition) } },
        },
      })
      if (input.withItems) await copyItems(tx, from.id, id)
      if (input.withPeople) await copyPeople(tx, from.id, id)
      await recordAudit(tx, {
        actorId: study.actor.userId,
        action: 'study.duplicated',
        studyId: id,
        detail: { from: from.id, slug, withItems: input.withItems, withPeople: input.withPeople },
      })
      return { id, slug }
    },
    { timeout: 10 * 60_000 },
  )
}

async function copyPeople(tx: Transaction, from: string, to: string) {
  await tx.$executeRaw`INSERT INTO study_annotators (study_id, user_id, quota)
    SELECT ${to}::uuid, user_id, quota FROM study_annotators WHERE study_id = ${from}::uuid AND removed_at IS NULL`
  await refreshEligibility(tx, { studyId: to })
}

/**
 * Copies items, models and responses under new ids and new code names: what is known of one study's codes says nothing
 * of the other's. Items without text are recorded judgments' own and stay behind.
 */
async function copyItems(tx: Transaction, from: string, to: string) {
  await tx.$executeRaw`CREATE TEMPORARY TABLE copied_items ON COMMIT DROP AS
    SELECT id AS old, gen_random_uuid() AS new FROM items WHERE study_id = ${from}::uuid AND NOT recorded_only`
  await tx.$executeRaw`CREATE TEMPORARY TABLE copied_responses ON COMMIT DROP AS
    SELECT r.id AS old, gen_random_uuid() AS new FROM responses r JOIN copied_items i ON i.old = r.item_id`
  await tx.$executeRaw`CREATE TEMPORARY TABLE copied_models ON COMMIT DROP AS
    SELECT m.id AS old, gen_random_uuid() AS new, row_number() OVER (ORDER BY gen_random_uuid()) AS number
    FROM models m WHERE m.study_id = ${from}::uuid`
  // The same code names, dealt out anew.
  await tx.$executeRaw`INSERT INTO models (id, study_id, name, code_name, position)
    SELECT c.new, ${to}::uuid, m.name, d.code_name, m.position
    FROM copied_models c JOIN models m ON m.id = c.old
      JOIN (SELECT code_name, row_number() OVER (ORDER BY code_name) AS number FROM models WHERE study_id = ${from}::uuid) d
        ON d.number = c.number`
  await tx.$executeRaw`INSERT INTO items (id, study_id, external_id, language, category_id, messages, "references", metadata, content_hash, recorded_only,
      purpose, expected, explanation, context, source_language, pairs)
    SELECT c.new, ${to}::uuid, i.external_id, i.language, i.category_id, i.messages, i.references, i.metadata, i.content_hash, false,
      i.purpose, i.expected, i.explanation, i.context, i.source_language, i.pairs
    FROM copied_items c JOIN items i ON i.id = c.old ORDER BY i.position`
  // The rubric as it is now begins anew: its earlier versions belong to judgments that stay behind.
  await tx.$executeRaw`INSERT INTO rubrics (id, item_id, version, points, created_by_id)
    SELECT DISTINCT ON (u.item_id) gen_random_uuid(), c.new, 1, (
      SELECT jsonb_agg(p.point - 'since' ORDER BY p.number) FROM jsonb_array_elements(u.points) WITH ORDINALITY p(point, number)), u.created_by_id
    FROM copied_items c JOIN rubrics u ON u.item_id = c.old ORDER BY u.item_id, u.version DESC`
  await tx.$executeRaw`INSERT INTO responses (id, item_id, turns, status, text_hash, representative_id)
    SELECT c.new, i.new, r.turns, r.status, r.text_hash, p.new
    FROM copied_responses c JOIN responses r ON r.id = c.old JOIN copied_items i ON i.old = r.item_id
      JOIN copied_responses p ON p.old = r.representative_id`
  await tx.$executeRaw`INSERT INTO response_sources (response_id, item_id, model_id, sample_index, raw_text, metadata)
    SELECT c.new, i.new, m.new, s.sample_index, s.raw_text, s.metadata
    FROM copied_responses c JOIN response_sources s ON s.response_id = c.old
      JOIN copied_items i ON i.old = s.item_id JOIN copied_models m ON m.old = s.model_id`
  await tx.$executeRaw`INSERT INTO response_reasoning (response_id, text)
    SELECT c.new, g.text FROM copied_responses c JOIN response_reasoning g ON g.response_id = c.old`
}
