// Exporting every rating as a file, against COPY TO of the same rows and values into a file.
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import { applicationEnvironment } from '../scripts/application-environment.mjs'
import { startNode } from '../scripts/child-process.mjs'
import { withClient } from '../scripts/databases.mjs'
import { dataDir } from '../scripts/paths.mjs'
import { say } from '../scripts/progress.mjs'
import { bundleProgram } from './bundle-program.mjs'
import { freshCopy } from './fresh-copy.mjs'
import { ensureStudyTemplate } from './study-data.mjs'

const folder = path.join(dataDir, 'bench')
const formats = ['csv', 'jsonl', 'parquet']

/** What a rating is of, joined plainly: neither sorted nor made safe for a spreadsheet. */
const plainRows = `
  SELECT t.slug, i.external_id, i.language, c.short_name, i.purpose, j.occasion, u.pseudonym, m.name, s.sample_index, r.slot,
    r.criterion, r.value, r.text, r.cannot_judge, j.submitted_at, j.active_ms, j.revision, j.excluded_reason, j.origin
  FROM ratings r JOIN judgments j ON j.id = r.judgment_id JOIN studies t ON t.id = j.study_id JOIN items i ON i.id = j.item_id
    JOIN users u ON u.id = j.user_id JOIN responses o ON o.representative_id = r.response_id
    JOIN response_sources s ON s.response_id = o.id JOIN models m ON m.id = s.model_id LEFT JOIN categories c ON c.id = i.category_id
  WHERE j.is_current AND j.excluded_at IS NULL`

async function timeCopy(copy, file) {
  return withClient(copy.url, async client => {
    const startedMs = performance.now()
    await pipeline(client.query(copyTo(`COPY (${plainRows}) TO STDOUT (FORMAT csv)`)), fs.createWriteStream(file))
    return performance.now() - startedMs
  })
}

async function runExport(program, copy, file, format) {
  const child = startNode(['--expose-gc', program, file, format], {
    env: applicationEnvironment({ url: copy.url, name: 'bench' }),
    stdout: 'pipe',
  })
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  if ((await child.ended) !== 0) throw new Error('the export failed; see above')
  return JSON.parse(output)
}

/** @returns one record per round: `{ratings, copyMs, exports: {csv: {ms, rows, bytes, growthMb}, …}}` */
export async function measureExport(server, { quick, rounds }) {
  const ratings = quick ? 3000 : 1_000_000
  const items = quick ? 1000 : 20_000
  fs.mkdirSync(folder, { recursive: true })
  const program = await bundleProgram('export-program')
  const template = await ensureStudyTemplate(server, { items, annotatorsPerItem: 17, ratings })
  const copy = await freshCopy(server, template)
  await withClient(copy.url, async client => {
    await client.query("UPDATE studies SET state = 'CLOSED', closed_at = now(), unblinded_at = now()")
    // Both sides read from memory, as far as there is some.
    await client.query(`SELECT count(*) FROM (${plainRows}) rows`)
  })
  const results = []
  for (let round = 0; round < rounds; round++) {
    say(`export: round ${round + 1} of ${rounds}`)
    const file = path.join(folder, 'ratings')
    const copyMs = await timeCopy(copy, file)
    const exports = {}
    for (const format of formats) {
      exports[format] = await runExport(program, copy, file, format)
      if (exports[format].rows < ratings) throw new Error(`not all: ${JSON.stringify(exports[format])}`)
      const { ms, growthMb, bytes } = exports[format]
      say(
        `  ${format} ${ms.toFixed(0)} ms, ${(bytes / 1e6).toFixed(0)} MB, memory + ${growthMb.toFixed(0)} MB; COPY ${copyMs.toFixed(0)} ms`,
      )
    }
    fs.rmSync(file)
    results.push({ ratings, copyMs, exports })
  }
  await copy.dispose()
  return results
}
