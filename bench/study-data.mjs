// Made-up studies of any size, written by PostgreSQL itself, and kept as templates that each round copies.
import { hash } from '@node-rs/argon2'
import * as esbuild from 'esbuild'
import {
  createDatabase,
  databaseName,
  dropDatabase,
  listDatabases,
  renameDatabase,
  withClient,
} from '../scripts/databases.mjs'
import { say } from '../scripts/progress.mjs'
import { digestOf } from '../scripts/stamps.mjs'
import { ensureTemplate } from '../scripts/template-database.mjs'

const prefix = 'bench_template_'

export const annotatorCount = 600
export const password = 'correct horse battery staple'
export const emailOf = number => `annotator-${number}@example.org`

/** The protocol of the preset, from the product's own source. */
async function presetProtocol(annotatorsPerItem) {
  const built = await esbuild.build({
    entryPoints: ['server/studies/presets.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  })
  const presets = await import(
    `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString('base64')}`
  )
  const overlap = { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 }
  return { ...presets.presetProtocol('general-chat'), annotatorsPerItem, overlap }
}

/** Half of the people are experts in two categories; all of them read English. */
const people = `
  INSERT INTO users (id, email, name, pseudonym, password_hash, role, welcomed_at, expertise)
  SELECT gen_random_uuid(), 'annotator-' || n || '@example.org', 'Annotator ' || n, 'annotator-' || n, $1, 'ANNOTATOR', now(),
    CASE WHEN n % 2 = 0 THEN ARRAY['math', 'code'] ELSE ARRAY[]::text[] END
  FROM generate_series(1, ${annotatorCount}) n`

const afterPeople = models => `
  INSERT INTO user_languages (user_id, tag, proficiency) SELECT id, 'en', 'NATIVE' FROM users;
  INSERT INTO sign_ins (id, user_id, expires_at) SELECT gen_random_uuid(), id, now() + interval '10 years' FROM users;
  INSERT INTO study_annotators (study_id, user_id, languages, expertise_ids)
  SELECT s.id, u.id, ARRAY['en'], ARRAY(SELECT c.id FROM categories c WHERE c.code = ANY (u.expertise)) FROM studies s, users u;
  INSERT INTO models (id, study_id, name, code_name, position)
  SELECT gen_random_uuid(), s.id, 'Model ' || n, 'Code name ' || n, n FROM studies s, generate_series(1, ${models}) n;`

/** A prompt of a third of the length of a response. */
const texts = length => `
  INSERT INTO items (id, study_id, external_id, language, category_id, messages, "references", content_hash)
  SELECT gen_random_uuid(), (SELECT id FROM studies), 'item-' || n, 'en',
    (SELECT id FROM categories WHERE position = n % 7 + 1),
    jsonb_build_array(jsonb_build_object('role', 'user', 'text', left(repeat(md5('prompt ' || n) || ' ', 13), ${Math.round(length / 3)}))),
    ARRAY[]::text[], sha256(convert_to('item ' || n, 'UTF8'))
  FROM generate_series(1, $1::int) n;`

const afterTexts = length => `
  WITH made AS (
    SELECT i.id AS item_id, m.id AS model_id, gen_random_uuid() AS response_id,
      left(repeat(md5(i.external_id || m.name) || ' ', 37), ${length}) AS body
    FROM items i, models m),
  stored AS (
    INSERT INTO responses (id, item_id, turns, text_hash, representative_id)
    SELECT response_id, item_id, ARRAY[body], sha256(convert_to(body, 'UTF8')), response_id FROM made)
  INSERT INTO response_sources (response_id, item_id, model_id) SELECT response_id, item_id, model_id FROM made;
  UPDATE studies SET state = 'OPEN', opened_at = now();`

const places = `
  INSERT INTO places (study_id, item_id, round, pick_key, slot_order, language, category_id)
  SELECT i.study_id, i.id, round, (random() * 2e9)::int,
    (SELECT array_agg(r.id ORDER BY random()) FROM responses r WHERE r.item_id = i.id AND round > 0), i.language, i.category_id
  FROM items i, generate_series(1, $1::int) round`

/** The first places of the study as if they had been judged, by all people alike, all responses each. */
const history = `
  CREATE TEMPORARY TABLE judged AS
  SELECT p.id AS place_id, p.study_id, p.item_id, p.slot_order, gen_random_uuid() AS assignment_id, gen_random_uuid() AS judgment_id,
    (SELECT array_agg(id ORDER BY id) FROM users)[(i.position * 7 + p.round * 131) % ${annotatorCount} + 1] AS user_id
  FROM places p JOIN items i ON i.id = p.item_id
  ORDER BY p.round, p.pick_key LIMIT $1::int`

const afterHistory = models => `
  INSERT INTO assignments (id, place_id, study_id, item_id, user_id, state, lease_until, shown_at, ended_at)
  SELECT assignment_id, place_id, study_id, item_id, user_id, 'SUBMITTED', now(), now(), now() FROM judged;
  INSERT INTO judgments (id, study_id, item_id, assignment_id, user_id, protocol_version, active_ms, idempotency_key, payload_hash)
  SELECT judgment_id, study_id, item_id, assignment_id, user_id, 1, 60000, gen_random_uuid(), '\\x00' FROM judged;
  INSERT INTO ratings (judgment_id, criterion, slot, response_id, value)
  SELECT judgment_id, 'score', slot, slot_order[slot], (random() * 10)::int FROM judged, generate_series(1, ${models}) slot;
  UPDATE places SET state = 'JUDGED' WHERE id IN (SELECT place_id FROM judged);
  DROP TABLE judged;`

async function fillStudy(client, { items, annotatorsPerItem, models, length }) {
  const protocol = await presetProtocol(annotatorsPerItem)
  await client.query(
    `INSERT INTO studies (id, slug, name, preset, seed) VALUES (gen_random_uuid(), 'bench', 'Made-up study of the bench', 'general-chat', '\\x01')`,
  )
  await client.query(
    `INSERT INTO protocols (study_id, version, definition, frozen_at) SELECT id, 1, $1, now() FROM studies`,
    [protocol],
  )
  await client.query(people, [await hash(password)])
  await client.query(afterPeople(models))
  await client.query(texts(length), [items])
  await client.query(afterTexts(length))
  await client.query('ANALYZE')
  await client.query(places, [annotatorsPerItem])
}

async function fillHistory(client, { ratings, models }) {
  await client.query(history, [Math.ceil(ratings / models)])
  await client.query(afterHistory(models))
}

async function ensureFilled(serverUrl, template, name, fill) {
  if ((await listDatabases(serverUrl, name)).includes(name)) return name
  say(`making ${name.slice(prefix.length)}`)
  const unfinished = `unfinished_${name}`
  await dropDatabase(serverUrl, unfinished)
  await createDatabase(serverUrl, unfinished, template)
  const url = new URL(serverUrl)
  url.pathname = `/${unfinished}`
  await withClient(url.href, async client => {
    await fill(client)
    await client.query('VACUUM ANALYZE')
  })
  await renameDatabase(serverUrl, unfinished, name)
  return name
}

/**
 * The name of a database with an open study of `items` items with responses of `length` characters by `models` models,
 * each wanted `annotatorsPerItem` times, of which `ratings` ratings are stored. Made at most once for a version of the schema; to be copied, not used.
 */
export async function ensureStudyTemplate(server, wanted) {
  const { items, annotatorsPerItem, models, length, ratings } = { models: 3, length: 1200, ratings: 0, ...wanted }
  const serverUrl = server.url('postgres')
  const version = digestOf(['prisma/migrations', 'bench/study-data.mjs', 'server/studies/presets.ts']).slice(0, 8)
  for (const old of await listDatabases(serverUrl, prefix))
    if (!old.endsWith(version)) await dropDatabase(serverUrl, old)
  const empty = databaseName(await ensureTemplate(serverUrl))
  const size = `${prefix}${items}_${annotatorsPerItem}_${models}_${length}`
  const plain = `${size}_${version}`
  await ensureFilled(serverUrl, empty, plain, client => fillStudy(client, { items, annotatorsPerItem, models, length }))
  if (ratings === 0) return plain
  const name = `${size}_${ratings}_${version}`
  return ensureFilled(serverUrl, plain, name, client => fillHistory(client, { ratings, models }))
}

/** The sign-ins of the made-up people, in the order of their numbers. */
export async function readSignIns(url) {
  const { rows } = await withClient(url, client =>
    client.query(
      `SELECT s.id FROM sign_ins s JOIN users u ON u.id = s.user_id ORDER BY split_part(u.pseudonym, '-', 2)::int`,
    ),
  )
  return rows.map(row => row.id)
}
