import 'server-only'
import type { Rubric } from '../../../criteria/checklist/schema'
import { type Rating, ratingSchema } from '../../../criteria/schema'
import type { db, Transaction } from '../../platform/db'
import type { ReadTexts } from '../reading-time'
import { type Expectation, expectationsSchema, type ResponseRef } from '../schema'

/** A submitted judgment with all that can be found out about it. Names models: never leaves the server. */
export interface SubmittedJudgment {
  id: string
  studyId: string
  userId: string
  assignmentId: string
  purpose: 'STUDY' | 'GOLD' | 'ATTENTION' | 'CALIBRATION' | 'QUALIFICATION'
  occasion: 'FIRST' | 'REPEAT' | 'BRIDGE' | 'ADJUDICATION'
  revision: number
  activeMs: number
  submittedAt: Date
  expected: Expectation[] | null
  explanation: string
  rubric: Rubric | null
  /** The prompt in the source language of a translation, and the responses. */
  texts: ReadTexts[]
  slots: ResponseRef[][]
  ratings: Rating[]
}

interface Row extends Omit<SubmittedJudgment, 'expected' | 'ratings' | 'texts'> {
  language: string
  sourceLanguage: string | null
  texts: { isPrompt: boolean; characters: number; cjk: number }[]
  expected: unknown
  ratings: Record<string, unknown>[]
}

/** In the order of submission. Judgments that were recorded elsewhere have nothing to check and are left out. */
export async function listSubmittedJudgments(
  tx: Transaction | typeof db,
  ids: readonly string[],
): Promise<SubmittedJudgment[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT j.id, j.study_id AS "studyId", j.user_id AS "userId", j.assignment_id AS "assignmentId", i.purpose::text AS purpose,
      j.occasion::text AS occasion, j.revision, j.active_ms AS "activeMs", j.submitted_at AS "submittedAt", i.language,
      i.source_language AS "sourceLanguage", i.expected, i.explanation, x.texts,
      (SELECT json_build_object('version', u.version, 'points', u.points) FROM rubrics u
       WHERE u.item_id = i.id ORDER BY u.version DESC LIMIT 1) AS rubric,
      (SELECT COALESCE(json_agg(o.refs ORDER BY o.slot), '[]') FROM (
        SELECT s.slot, (SELECT COALESCE(json_agg(json_build_object('model', m.name, 'sample', c.sample_index)), '[]')
          FROM responses r JOIN response_sources c ON c.response_id = r.id JOIN models m ON m.id = c.model_id
          WHERE r.item_id = i.id AND r.representative_id = s.response_id) AS refs
        FROM unnest(p.slot_order) WITH ORDINALITY s(response_id, slot)) o) AS slots,
      (SELECT COALESCE(json_agg(json_build_object('criterion', g.criterion, 'slot', g.slot, 'value', g.value,
        'text', g.text, 'choice', g.choice, 'cannotJudge', g.cannot_judge)), '[]') FROM ratings g WHERE g.judgment_id = j.id) AS ratings
    FROM judgments j JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id JOIN items i ON i.id = j.item_id
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('isPrompt', t.is_prompt, 'characters', length(t.text), 'cjk',
          length(regexp_replace(t.text, '[^\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff]', '', 'g')))) AS texts
        FROM (SELECT true AS is_prompt, COALESCE(string_agg(e->>'text', ''), '') AS text FROM jsonb_array_elements(i.messages) e
          UNION ALL SELECT false, COALESCE(string_agg(array_to_string(r.turns, ' '), ''), '') FROM responses r WHERE r.id = ANY (p.slot_order)) t) x
    WHERE j.id = ANY (${ids}::uuid[]) AND j.origin = 'LIVE'
    ORDER BY j.submitted_at, j.id`
  return rows.map(({ language, sourceLanguage, texts, ...row }) => ({
    ...row,
    expected: row.expected === null ? null : expectationsSchema.parse(row.expected),
    texts: texts.map(({ isPrompt, characters, cjk }) => ({
      language: (isPrompt ? sourceLanguage : null) ?? language,
      cjkCharacters: cjk,
      otherCharacters: characters - cjk,
    })),
    ratings: row.ratings.map(rating =>
      ratingSchema.parse(Object.fromEntries(Object.entries(rating).filter(([, part]) => part !== null))),
    ),
  }))
}
