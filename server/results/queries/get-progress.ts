import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { type ExpectedFinish, expectedFinish } from '../expected-finish'

const paceDays = 7
const chartDays = 30

export interface ProgressCell {
  language: string
  category: string | null
  items: number
  /** Judgments needed; 0 before the study opens. */
  places: number
  judged: number
  held: number
  /** Judgments of the last seven days: the pace. */
  recent: number
}

export interface AnnotatorProgress {
  userId: string
  name: string
  isMember: boolean
  judged: number
  skipped: number
  /** Idle time removed. */
  activeMs: number
  lastActiveAt: Date | null
}

export interface AnnotatorShare {
  userId: string
  language: string
  category: string | null
  judged: number
}

export interface Progress {
  state: StudyAccess['state']
  /** The database's time of this reading. */
  at: Date
  judged: number
  places: number
  recorded: number
  cells: ProgressCell[]
  annotators: AnnotatorProgress[]
  shares: AnnotatorShare[]
  /** Judgments per day (UTC), the last thirty days, days without any included. */
  days: { date: string; judged: number }[]
  finish: ExpectedFinish
}

/** What fills the study's own places: gold items, training, repeats and adjudications come on top. */
const isOfStudy = `j.occasion IN ('FIRST', 'BRIDGE')
  AND NOT EXISTS (SELECT 1 FROM items x WHERE x.id = j.item_id AND x.purpose <> 'STUDY')`

const listCells = (studyId: string) =>
  sql<ProgressCell>(
    'progress_cells',
    `SELECT g.language, c.short_name AS category, g.items, COALESCE(p.places, 0) AS places,
       COALESCE(p.judged, 0) AS judged, COALESCE(p.held, 0) AS held, COALESCE(r.recent, 0) AS recent
     FROM (SELECT language_key(source_language, language) AS language, category_id, count(*)::int AS items, min(position) AS first
       FROM items WHERE study_id = $1 AND purpose = 'STUDY' GROUP BY 1, 2) g
       LEFT JOIN (SELECT language, category_id, count(*)::int AS places,
           count(*) FILTER (WHERE state = 'JUDGED')::int AS judged, count(*) FILTER (WHERE state = 'HELD')::int AS held
         FROM places WHERE study_id = $1 AND for_user_id IS NULL GROUP BY 1, 2) p
         ON p.language = g.language AND p.category_id IS NOT DISTINCT FROM g.category_id
       LEFT JOIN (SELECT language_key(i.source_language, i.language) AS language, i.category_id, count(*)::int AS recent
         FROM judgments j JOIN items i ON i.id = j.item_id
         WHERE j.study_id = $1 AND j.origin = 'LIVE' AND j.revision = 1 AND ${isOfStudy} AND j.submitted_at > now() - interval '${paceDays} days' GROUP BY 1, 2) r
         ON r.language = g.language AND r.category_id IS NOT DISTINCT FROM g.category_id
       LEFT JOIN categories c ON c.id = g.category_id
     ORDER BY min(g.first) OVER (PARTITION BY g.language), c.position NULLS LAST, c.name`,
    [studyId],
  )

/** Members, and those who worked and left. Whoever did most stands first. */
async function listAnnotators(studyId: string): Promise<AnnotatorProgress[]> {
  const rows = await sql<Omit<AnnotatorProgress, 'activeMs'> & { activeMs: string }>(
    'progress_annotators',
    `WITH judged AS (
       SELECT user_id, count(*) FILTER (WHERE revision = 1)::int AS judged, sum(active_ms) AS active_ms,
         max(submitted_at) AS last_at
       FROM judgments j WHERE study_id = $1 AND origin = 'LIVE' AND ${isOfStudy} GROUP BY 1),
     given AS (
       SELECT a.user_id, count(*) FILTER (WHERE a.state = 'SKIPPED')::int AS skipped,
         sum(d.active_ms) FILTER (WHERE a.state = 'SKIPPED') AS active_ms,
         max(GREATEST(a.shown_at, a.ended_at, d.saved_at)) FILTER (WHERE a.shown_at IS NOT NULL) AS last_at
       FROM assignments a LEFT JOIN drafts d ON d.assignment_id = a.id WHERE a.study_id = $1 GROUP BY 1)
     SELECT u.id AS "userId", u.name, m.user_id IS NOT NULL AS "isMember", COALESCE(j.judged, 0) AS judged,
       COALESCE(g.skipped, 0) AS skipped, (COALESCE(j.active_ms, 0) + COALESCE(g.active_ms, 0))::text AS "activeMs",
       GREATEST(j.last_at, g.last_at) AS "lastActiveAt"
     FROM users u
       LEFT JOIN study_annotators m ON m.user_id = u.id AND m.study_id = $1 AND m.removed_at IS NULL
       LEFT JOIN judged j ON j.user_id = u.id LEFT JOIN given g ON g.user_id = u.id
     WHERE m.user_id IS NOT NULL OR j.judged > 0 OR g.skipped > 0
     ORDER BY judged DESC, u.name, u.id`,
    [studyId],
  )
  return rows.map(row => ({ ...row, activeMs: Number(row.activeMs) }))
}

/** What each annotator judged, by language and category. */
const listShares = (studyId: string) =>
  sql<AnnotatorShare>(
    'progress_shares',
    `SELECT j.user_id AS "userId", language_key(i.source_language, i.language) AS language, c.short_name AS category, count(*)::int AS judged
     FROM judgments j JOIN items i ON i.id = j.item_id LEFT JOIN categories c ON c.id = i.category_id
     WHERE j.study_id = $1 AND j.origin = 'LIVE' AND j.revision = 1 AND ${isOfStudy} GROUP BY 1, 2, 3`,
    [studyId],
  )

const listDays = (studyId: string) =>
  sql<{ date: string; judged: number }>(
    'progress_days',
    `SELECT to_char(d.day, 'YYYY-MM-DD') AS date, count(j.id)::int AS judged
     FROM generate_series((now() AT TIME ZONE 'UTC')::date - ${chartDays - 1}, (now() AT TIME ZONE 'UTC')::date, interval '1 day') d(day)
       LEFT JOIN judgments j ON j.study_id = $1 AND j.origin = 'LIVE' AND j.revision = 1 AND ${isOfStudy}
         AND j.submitted_at >= d.day AT TIME ZONE 'UTC' AND j.submitted_at < (d.day + interval '1 day') AT TIME ZONE 'UTC'
     GROUP BY d.day ORDER BY d.day`,
    [studyId],
  )

/** The window of the pace: the last seven days, or since the first judgment when that is later. */
async function readPace(studyId: string) {
  const [row] = await sql<{ at: Date; recent: number; window_ms: number; recorded: number }>(
    'progress_pace',
    `SELECT now() AS at, r.recent, r.recorded,
       COALESCE(EXTRACT(EPOCH FROM now() - GREATEST(r.first_at, now() - interval '${paceDays} days')) * 1000, 0)::float8 AS window_ms
     FROM (SELECT count(*) FILTER (WHERE origin = 'LIVE' AND revision = 1 AND ${isOfStudy} AND submitted_at > now() - interval '${paceDays} days')::int AS recent,
         count(*) FILTER (WHERE origin = 'RECORDED' AND is_current)::int AS recorded,
         min(submitted_at) FILTER (WHERE origin = 'LIVE') AS first_at
       FROM judgments j WHERE study_id = $1) r`,
    [studyId],
  )
  if (!row) throw new Error('the pace of a study could not be read')
  return row
}

/** How far a study is. Reads no rating and names no model, so that it may be looked at while the study is blind. */
export async function getProgress(access: StudyAccess): Promise<Progress> {
  const { studyId, state } = access
  const [cells, annotators, shares, days, pace] = await Promise.all([
    listCells(studyId),
    listAnnotators(studyId),
    listShares(studyId),
    listDays(studyId),
    readPace(studyId),
  ])
  const sum = (key: 'places' | 'judged') => cells.reduce((total, cell) => total + cell[key], 0)
  const [places, judged] = [sum('places'), sum('judged')]
  const finish = expectedFinish({
    remaining: places - judged,
    recent: pace.recent,
    windowMs: pace.window_ms,
    isRunning: state === 'OPEN',
  })
  return { state, at: pace.at, judged, places, recorded: pace.recorded, cells, annotators, shares, days, finish }
}
