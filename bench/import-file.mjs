// Importing a file, against COPY of the same rows into copies of the same tables with their keys and indexes.
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { applicationEnvironment } from '../scripts/application-environment.mjs'
import { startNode } from '../scripts/child-process.mjs'
import { withClient } from '../scripts/databases.mjs'
import { dataDir } from '../scripts/paths.mjs'
import { say } from '../scripts/progress.mjs'
import { bundleProgram } from './bundle-program.mjs'
import { freshCopy } from './fresh-copy.mjs'
import { ensureStudyTemplate } from './study-data.mjs'

const folder = path.join(dataDir, 'bench')
const tables = ['items', 'responses', 'response_sources']
const categories = ['math', 'text-processing', 'subjective-qa', 'objective-qa', 'text-generation', 'logic', 'code']
const words = 'the answer follows from what was said before and needs a little more care than one would think '.split(
  ' ',
)

/** Made-up text of `length` characters that no two seeds share. */
function textOf(seed, length) {
  let text = `${seed}:`
  for (let at = seed % 7; text.length < length; at += 1 + (seed % 5)) text += ` ${words[at % words.length]}`
  return text.slice(0, length)
}

/** A file of `count` items with three responses of 1,200 characters each. */
async function writeFile(count) {
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `items-${count}.jsonl`)
  const out = fs.createWriteStream(file)
  for (let n = 1; n <= count; n++) {
    const responses = [1, 2, 3].map(model => ({ model: `model-${model}`, text: textOf(n * 3 + model, 1200) }))
    const line = { id: `item-${n}`, language: 'en', category: categories[n % 7], prompt: textOf(n, 400), responses }
    if (!out.write(`${JSON.stringify(line)}\n`)) await new Promise(resolve => out.once('drain', resolve))
  }
  await new Promise(resolve => out.end(resolve))
  return file
}

async function runImport(program, file, copy) {
  const child = startNode([program, file], {
    env: applicationEnvironment({ url: copy.url, name: 'bench' }),
    stdout: 'pipe',
  })
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  if ((await child.ended) !== 0) throw new Error('the import failed; see above')
  return JSON.parse(output)
}

/** Empty tables like those of the product in a schema of their own: columns, defaults, checks, keys, indexes, references. */
async function makeCopies(client) {
  const { rows: references } = await client.query(
    `SELECT c.conrelid::regclass::text AS name, pg_get_constraintdef(c.oid) AS definition FROM pg_constraint c
     WHERE c.contype = 'f' AND c.conrelid = ANY ($1::text[]::regclass[])`,
    [tables],
  )
  await client.query('CREATE SCHEMA copies')
  for (const table of tables) await client.query(`CREATE TABLE copies.${table} (LIKE public.${table} INCLUDING ALL)`)
  // Names in the definitions are found in the copies first.
  await client.query('SET search_path = copies, public')
  for (const { name, definition } of references) await client.query(`ALTER TABLE copies.${name} ADD ${definition}`)
}

const fileOf = table => path.join(folder, `${table}.copy`)

/** Milliseconds that COPY needs for the rows that the import has made. */
async function timeCopy(copy) {
  return withClient(copy.url, async client => {
    for (const table of tables)
      await pipeline(client.query(copyTo(`COPY public.${table} TO STDOUT`)), fs.createWriteStream(fileOf(table)))
    await makeCopies(client)
    await client.query('CHECKPOINT')
    const startedMs = performance.now()
    await client.query('BEGIN')
    for (const table of tables)
      await pipeline(fs.createReadStream(fileOf(table)), client.query(copyFrom(`COPY copies.${table} FROM STDIN`)))
    await client.query('COMMIT')
    const ms = performance.now() - startedMs
    for (const table of tables) fs.rmSync(fileOf(table))
    return ms
  })
}

const emptyDraft = `
  DELETE FROM models;
  UPDATE studies SET state = 'DRAFT', opened_at = NULL;
  UPDATE protocols SET frozen_at = NULL;
  CHECKPOINT`

/** @returns one record per round: `{items, importMs, copyMs, importRssMb}` */
export async function measureImport(server, { quick, rounds }) {
  const count = quick ? 2000 : 100_000
  const program = await bundleProgram('import-program')
  const file = await writeFile(count)
  const template = await ensureStudyTemplate(server, { items: 0, annotatorsPerItem: 1 })
  const results = []
  for (let round = 0; round < rounds; round++) {
    say(`import: round ${round + 1} of ${rounds}`)
    const copy = await freshCopy(server, template)
    await withClient(copy.url, async client => {
      for (const statement of emptyDraft.split(';')) await client.query(statement)
    })
    const imported = await runImport(program, file, copy)
    if (imported.items !== count || imported.responses !== 3 * count)
      throw new Error(`not imported: ${JSON.stringify(imported)}`)
    const copyMs = await timeCopy(copy)
    await copy.dispose()
    say(`  import ${imported.ms.toFixed(0)} ms, COPY ${copyMs.toFixed(0)} ms`)
    results.push({ items: count, importMs: imported.ms, copyMs, importRssMb: imported.rssMb })
  }
  fs.rmSync(file)
  return results
}
