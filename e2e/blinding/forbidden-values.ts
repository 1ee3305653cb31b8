import { runStatementOn } from './run-statement-on'
import type { Secret } from './secret-forms'

/**
 * Columns whose values an annotator may see. Every other column of the database is forbidden, those that do not exist
 * yet, too: whoever adds one here says why an annotator needs it.
 */
const allowed = new Set([
  'categories.code',
  'categories.name',
  'categories.short_name',
  'categories.aliases',
  'studies.slug',
  'studies.name',
  'studies.preset',
  'protocols.definition', // criteria and guidelines
  'items.language',
  'items.source_language', // what a translation starts from
  'items.context', // the note beside the prompt
  'items.messages',
  'items.references',
  'responses.turns',
  'user_languages.tag',
  'rubrics.points', // the scoring standard that is judged by
  // What annotators wrote themselves, and the keys that their browsers made.
  'drafts.content',
  'ratings.criterion',
  'ratings.text',
  'ratings.choice',
  'ratings.cannot_judge',
  'item_flags.note',
  'assignments.skip_reason',
  'judgments.idempotency_key',
  // Words of our own code, not data.
  'audit_entries.action',
])

/** Columns of which an annotator may see the own rows' values: the column that says whose a row is. */
const ownOnly: Record<string, string> = {
  'assignments.id': 'user_id',
  // What they had entered when they locked it, shown to them again.
  'first_ratings.ratings': '(SELECT user_id FROM assignments o WHERE o.id = t.assignment_id)',
  'first_ratings.assignment_id': '(SELECT user_id FROM assignments o WHERE o.id = t.assignment_id)',
  'drafts.assignment_id': '(SELECT user_id FROM assignments o WHERE o.id = t.assignment_id)',
  'judgments.assignment_id': 'user_id',
  'item_flags.assignment_id': 'user_id',
  'item_messages.assignment_id': 'user_id',
  // Their own thread with the team.
  'item_messages.text': 'user_id',
  // Why an own judgment was given back, and which points of the rubric it is about; never by whom.
  'judgment_returns.assignment_id': 'user_id',
  'judgment_returns.message': 'user_id',
  'judgment_returns.points': 'user_id',
  // Why the known answer of a calibration item is what it is, when it has been judged; of no gold item.
  'items.explanation': `(SELECT o.user_id FROM assignments o WHERE o.item_id = t.id AND o.state = 'SUBMITTED'
    AND t.purpose = 'CALIBRATION' LIMIT 1)`,
  'places.holder_id': '(SELECT user_id FROM assignments o WHERE o.id = t.holder_id)',
  'users.name': 'id',
  'users.email': 'id',
  'users.locale': 'id', // the language of their own screen
  'sign_ins.id': 'user_id',
  'sign_ins.user_agent': 'user_id',
}

const isUuid = (value: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value)

/** Long enough that it cannot be somewhere by chance. */
const isDistinctive = (value: string) => isUuid(value) || (/^\d+$/.test(value) ? value.length >= 9 : value.length >= 12)

/** The texts and numbers inside a JSON value; digits alone of a number with a fraction. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value).replace(/^0?\.|^0\./, '')]
  if (value && typeof value === 'object') return [...Object.keys(value), ...Object.values(value)].flatMap(leaves)
  return []
}

interface Column {
  table: string
  column: string
  type: string
}

const listColumns = `SELECT c.table_name AS "table", c.column_name AS "column", c.udt_name AS type
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'
    AND c.udt_name IN ('uuid', '_uuid', 'text', '_text', 'varchar', 'jsonb', 'json', 'bytea', 'int8', 'int4', 'numeric')`

async function valuesOf(url: string, { table, column, type }: Column, where = ''): Promise<string[]> {
  const value = type === 'bytea' ? `encode("${column}", 'hex')` : `to_jsonb("${column}")`
  const rows = await runStatementOn<{ value: unknown }>(
    url,
    `SELECT DISTINCT ${value} AS value FROM "${table}" t WHERE "${column}" IS NOT NULL ${where}`,
    [],
  )
  const found = rows.flatMap(row => leaves(row.value))
  return type === 'bytea' ? found.flatMap(hex => [hex, Buffer.from(hex, 'hex').toString('base64')]) : found
}

/** Everything in a database that a person must not see: all distinctive values of all columns that are not allowed. */
export async function listForbiddenValues(databaseUrl: string, userId: string): Promise<Secret[]> {
  const columns = await runStatementOn<Column>(databaseUrl, listColumns, [])
  const seen = new Set<string>()
  const forbidden = new Map<string, string>()
  for (const at of columns) {
    const label = `${at.table}.${at.column}`
    const owner = ownOnly[label]
    if (allowed.has(label)) for (const value of await valuesOf(databaseUrl, at)) seen.add(value)
    if (owner) for (const value of await valuesOf(databaseUrl, at, `AND ${owner} = '${userId}'`)) seen.add(value)
    if (allowed.has(label) || label === 'audit_entries.body') continue
    for (const value of await valuesOf(databaseUrl, at)) if (isDistinctive(value)) forbidden.set(value, label)
  }
  // Stands for the operator, and for nobody.
  seen.add('00000000-0000-0000-0000-000000000000')
  for (const value of seen) forbidden.delete(value)
  return [...forbidden].map(([value, label]) => ({ label, value }))
}
