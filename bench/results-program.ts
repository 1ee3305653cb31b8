// Reads the results of the study of the bench in each way and prints the milliseconds; bundled and run by results.mjs.
import { randomUUID } from 'node:crypto'
import { requireOperatorStudy } from '@/server/people/queries'
import { disconnect, sql, withConnection } from '@/server/platform/db'
import { getScores } from '@/server/results/queries/get-scores'
import { runComputation } from '@/server/results/queries/run-computation'

const study = await requireOperatorStudy('bench')

/** What anybody would write who wants means by model, language and category. */
const plain = `
  SELECT s.model_id, i.language, i.category_id, count(*), avg(r.value), stddev_samp(r.value)
  FROM ratings r JOIN judgments j ON j.id = r.judgment_id JOIN responses o ON o.id = r.response_id
    JOIN response_sources s ON s.response_id = o.id JOIN items i ON i.id = o.item_id
  WHERE j.study_id = $1 AND r.criterion = 'score' GROUP BY 1, 2, 3`

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

const plainGroupBy = () =>
  withConnection(async client => {
    await client.query("SET LOCAL work_mem = '64MB'")
    return client.query(plain, [study.studyId])
  })

/** One more judgment of a random item, as a submit stores it. */
const submit = () =>
  sql(
    'bench_submit',
    `WITH item AS (SELECT id FROM items WHERE study_id = $1 AND id >= $2 ORDER BY id LIMIT 1),
     made AS (INSERT INTO judgments (id, study_id, item_id, origin, protocol_version, idempotency_key, payload_hash)
       SELECT gen_random_uuid(), $1, id, 'RECORDED', 1, gen_random_uuid(), '\\x00' FROM item RETURNING id, item_id)
     INSERT INTO ratings (judgment_id, criterion, slot, response_id, value)
     SELECT made.id, 'score', row_number() OVER (), o.id, 7 FROM made JOIN responses o ON o.item_id = made.item_id`,
    [study.studyId, randomUUID()],
  )

const counted = async () => (await getScores(study)).scoreCounts.reduce((sum, row) => sum + row.ratings, 0)

/** The longest that a timer of one millisecond was late. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 1)
    last = now
  }, 1)
  await work()
  clearInterval(timer)
  return longest
}

/** A million votes among five models, as counts. */
const votes = (models: number, each: number) => {
  const cell = (first: number, second: number, share: number) => (first === second ? 0 : Math.round(each * share))
  const shareOf = (first: number, second: number) => 0.9 / (1 + Math.exp(0.2 * (first - second)))
  const indices = [...Array(models).keys()]
  return {
    wins: indices.map(first => indices.map(second => cell(first, second, shareOf(first, second)))),
    ties: indices.map(first => indices.map(second => cell(first, second, 0.1))),
  }
}

await plainGroupBy()
const plainMs = await timed(plainGroupBy)
await sql('bench_forget', 'DELETE FROM computed_results', [])
const uncachedMs = await timed(() => getScores(study))
await getScores(study)
const cachedMs = await timed(() => getScores(study))
const before = await counted()
await submit()
const incrementalMs = await timed(() => getScores(study))
const seen = (await counted()) - before
let bootstrapMs = 0
const stallMs = await longestStall(async () => {
  bootstrapMs = await timed(() => runComputation('bootstrappedStrengths', { counts: votes(5, 100_000), seed: 1 }))
})
await disconnect()
if (seen !== 5) throw new Error(`a submit of five ratings was seen as ${seen}`)
console.log(JSON.stringify({ ratings: before, plainMs, uncachedMs, cachedMs, incrementalMs, bootstrapMs, stallMs }))
