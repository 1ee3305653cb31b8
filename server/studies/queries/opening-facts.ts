import 'server-only'
import type { Rubric } from '../../../criteria/checklist/schema'
import type { Proficiency } from '../../people/schema'
import type { db, Transaction } from '../../platform/db'
import { expectationProblem } from '../../quality/expectation-problem'
import { expectationsSchema, type ResponseRef } from '../../quality/schema'
import type { OpeningFacts } from '../opening-checklist'
import type { Protocol } from '../schema'
import { fixedPairs, readUnshownPairs } from './fixed-pairs'

interface GroupRow {
  language: string
  category: string | null
  items: number
  units: number
  present: number
  no_slots: number
  one_slot: number
  many_slots: number
  no_reference: number
  no_rubric: number
}

const sampleSize = 300

/** What the opening checklist is drawn from; one snapshot when `tx` is a transaction that holds the study's lock. */
export async function readOpeningFacts(
  tx: Transaction | typeof db,
  studyId: string,
  protocol: Protocol,
): Promise<OpeningFacts> {
  const hidden = ['NOT_COLLECTED', ...(protocol.statusRules.failed === 'judged' ? [] : ['FAILED'])]
  const arePairs = protocol.comparison.show === 'pairs'
  const mostPairs = (protocol.comparison.show === 'pairs' && protocol.comparison.pairsPerItem) || null
  const groups = await tx.$queryRaw<GroupRow[]>`
    SELECT language_key(i.source_language, i.language) AS language, c.code AS category, count(*)::int AS items,
      sum(CASE WHEN NOT ${arePairs} THEN 1 WHEN COALESCE(r.slots, 0) < 2 THEN 0 WHEN i.pairs IS NOT NULL THEN COALESCE(f.pairs, 0)
        ELSE LEAST(${mostPairs}::int, r.slots * (r.slots - 1) / 2) END)::int AS units, COALESCE(sum(r.models), 0)::int AS present,
      count(*) FILTER (WHERE COALESCE(r.slots, 0) = 0)::int AS no_slots,
      count(*) FILTER (WHERE r.slots = 1)::int AS one_slot,
      count(*) FILTER (WHERE r.slots > 8)::int AS many_slots,
      count(*) FILTER (WHERE cardinality(i.references) = 0)::int AS no_reference,
      count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM rubrics u WHERE u.item_id = i.id))::int AS no_rubric
    FROM items i LEFT JOIN categories c ON c.id = i.category_id
      LEFT JOIN (
        SELECT r.item_id, count(DISTINCT s.model_id) FILTER (WHERE r.status <> 'NOT_COLLECTED') AS models,
          count(DISTINCT r.representative_id) FILTER (WHERE r.status::text <> ALL (${hidden})) AS slots
        FROM items o JOIN responses r ON r.item_id = o.id JOIN response_sources s ON s.response_id = r.id
        WHERE o.study_id = ${studyId}::uuid GROUP BY r.item_id) r ON r.item_id = i.id
      LEFT JOIN (
        SELECT item_id, count(DISTINCT shown) FILTER (WHERE cardinality(shown) = 2) AS pairs FROM (${fixedPairs(studyId, hidden)}) f
        GROUP BY 1) f ON f.item_id = i.id
    WHERE i.study_id = ${studyId}::uuid AND i.purpose = 'STUDY' AND NOT i.recorded_only
    GROUP BY 1, 2 ORDER BY 1, 2`
  const sum = (pick: (row: GroupRow) => number) => groups.reduce((all, row) => all + pick(row), 0)
  const modelCount = await tx.model.count({ where: { studyId } })
  const shown = (row: GroupRow) =>
    protocol.referenceShown.includes('*') || protocol.referenceShown.includes(row.category ?? '*')
  return {
    groups: groups.map(({ language, category, items, units }) => ({ language, category, items, units })),
    people: await readPeople(tx, studyId),
    modelCount,
    missingResponses: modelCount * sum(row => row.items) - sum(row => row.present),
    itemsWithoutSlots: sum(row => row.no_slots),
    itemsWithOneSlot: sum(row => row.one_slot),
    itemsWithTooManySlots: sum(row => row.many_slots),
    itemsWithoutReference: sum(row => (shown(row) ? row.no_reference : 0)),
    itemsWithoutRubric: sum(row => row.no_rubric),
    unshownPairs: await readUnshownPairs(tx, studyId, hidden),
    itemsWithoutSource: await readWithoutSource(tx, studyId),
    goldItems: await countGold(tx, studyId),
    uselessChecks: await listUselessChecks(tx, studyId, protocol, hidden),
    ...(await readWaiting(tx, studyId)),
    volumes: await readVolumes(tx, studyId, hidden, arePairs ? 2 : null),
  }
}

async function readPeople(tx: Transaction | typeof db, studyId: string) {
  const members = await tx.studyAnnotator.findMany({
    where: { studyId, removedAt: null, user: { disabledAt: null } },
    select: {
      userId: true,
      quota: true,
      user: { select: { expertise: true, languages: { select: { tag: true, proficiency: true } } } },
    },
  })
  return members.map(({ userId, quota, user }) => ({
    userId,
    quota,
    expertise: user.expertise,
    languages: user.languages.map(({ tag, proficiency }): { tag: string; proficiency: Proficiency } => ({
      tag,
      proficiency,
    })),
  }))
}

/** Where the preset is that for translations, or other items name their source language. */
async function readWithoutSource(tx: Transaction | typeof db, studyId: string) {
  const [row] = await tx.$queryRaw<{ count: number; items: string[] | null }[]>`
    SELECT count(*)::int AS count, (array_agg(i.external_id ORDER BY i.position))[1:6] AS items FROM items i
    WHERE i.study_id = ${studyId}::uuid AND i.source_language IS NULL AND NOT i.recorded_only AND EXISTS (
      SELECT 1 FROM studies t WHERE t.id = ${studyId}::uuid AND (t.preset = 'translation' OR EXISTS (
        SELECT 1 FROM items o WHERE o.study_id = t.id AND o.source_language IS NOT NULL)))`
  return { count: row?.count ?? 0, items: row?.items ?? [] }
}

async function countGold(tx: Transaction | typeof db, studyId: string): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ language: string; count: number }[]>`
    SELECT language_key(source_language, language) AS language, count(*)::int AS count FROM items
    WHERE study_id = ${studyId}::uuid AND purpose = 'GOLD' GROUP BY 1`
  return new Map(rows.map(({ language, count }) => [language, count]))
}

/** Ids of items whose known answers cannot be given, or say nothing, under the protocol. */
async function listUselessChecks(tx: Transaction | typeof db, studyId: string, protocol: Protocol, hidden: string[]) {
  const items = await tx.$queryRaw<{ id: string; expected: unknown; rubric: Rubric | null; slots: ResponseRef[][] }[]>`
    SELECT i.external_id AS id, i.expected,
      (SELECT json_build_object('version', u.version, 'points', u.points) FROM rubrics u
       WHERE u.item_id = i.id ORDER BY u.version DESC LIMIT 1) AS rubric,
      (SELECT COALESCE(json_agg(o.refs), '[]') FROM (
        SELECT json_agg(json_build_object('model', m.name, 'sample', c.sample_index)) AS refs
        FROM responses r JOIN response_sources c ON c.response_id = r.id JOIN models m ON m.id = c.model_id
        WHERE r.item_id = i.id AND r.status::text <> ALL (${hidden}) GROUP BY r.representative_id) o) AS slots
    FROM items i WHERE i.study_id = ${studyId}::uuid AND i.purpose <> 'STUDY' AND i.expected IS NOT NULL
    ORDER BY i.external_id`
  return items
    .filter(({ expected, ...item }) =>
      expectationsSchema
        .parse(expected)
        .some(one => expectationProblem(one, { criteria: protocol.criteria, ...item }) !== null),
    )
    .map(item => item.id)
}

async function readWaiting(tx: Transaction | typeof db, studyId: string) {
  const importsRunning = await tx.import.count({ where: { studyId, state: 'IMPORTING' } })
  const importsWaiting = await tx.import.count({ where: { studyId, state: { in: ['CHECKING', 'CHECKED'] } } })
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM invitations
    WHERE study_id = ${studyId}::uuid AND revoked_at IS NULL AND expires_at > now() AND uses < max_uses`
  return { importsRunning, importsWaiting, openInvitations: row?.count ?? 0 }
}

/** Item ids are random, so the first of a language are a random sample. `shown`: responses at once; null: all of them. */
async function readVolumes(tx: Transaction | typeof db, studyId: string, hidden: string[], shown: number | null) {
  return tx.$queryRaw<OpeningFacts['volumes']>`
    SELECT s.language, avg(s.prompt)::float8 AS "promptCharactersPerItem",
      avg(s.prompt + s.reference + COALESCE(r.length * LEAST(${shown}::int, r.slots) / r.slots, 0))::float8 AS "charactersPerItem",
      avg(COALESCE(LEAST(${shown}::int, r.slots), 0))::float8 AS "slotsPerItem"
    FROM (
      SELECT i.id, language_key(i.source_language, i.language) AS language,
        (SELECT COALESCE(sum(length(m->>'text')), 0) FROM jsonb_array_elements(i.messages) m) AS prompt, length(array_to_string(i.references, ' ')) AS reference
      FROM items i JOIN (
        SELECT id, row_number() OVER (PARTITION BY source_language, language ORDER BY id) AS number FROM items
        WHERE study_id = ${studyId}::uuid AND purpose = 'STUDY' AND NOT recorded_only) n ON n.id = i.id AND n.number <= ${sampleSize}) s
      LEFT JOIN LATERAL (
        SELECT NULLIF(count(*), 0) AS slots, sum(length(array_to_string(p.turns, ' '))) AS length FROM responses p
        WHERE p.item_id = s.id AND p.id = p.representative_id AND p.status::text <> ALL (${hidden})) r ON true
    GROUP BY s.language`
}
