// Writes every rating of the study of the bench into a file and prints what that took; bundled and run by export-file.mjs.
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { prepareExport } from '@/server/exports/queries/prepare-export'
import { exportRequestSchema } from '@/server/exports/schema'
import { requireOperatorStudy } from '@/server/people/queries'
import { disconnect, sql } from '@/server/platform/db'

const [file = '', format = 'csv'] = process.argv.slice(2)
const study = await requireOperatorStudy('bench')
const request = exportRequestSchema.parse({ kind: 'ratings', format })
// What the program itself needs is there before anything is measured.
await sql('warm_up', 'SELECT 1', [])
global.gc?.()
const beforeMb = process.memoryUsage.rss() / 1024 / 1024
let mostMb = beforeMb
const timer = setInterval(() => {
  mostMb = Math.max(mostMb, process.memoryUsage.rss() / 1024 / 1024)
}, 20)
const out = createWriteStream(file)
let rows = 0
const startedMs = performance.now()
const { write } = await prepareExport(study, request)
await write({
  write: bytes => new Promise((resolve, reject) => out.write(bytes, error => (error ? reject(error) : resolve()))),
  expect: async () => undefined,
  advance: async count => {
    rows += count
  },
})
out.end()
await finished(out)
const ms = performance.now() - startedMs
clearInterval(timer)
await disconnect()
console.log(JSON.stringify({ ms, rows, bytes: out.bytesWritten, growthMb: mostMb - beforeMb }))
