// Imports one file into the study of the bench and prints the milliseconds it took; bundled and run by import-file.mjs.
import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import { importFile } from '@/server/items/commands/import-file'
import { requireOperatorStudy } from '@/server/people/queries'
import { disconnect } from '@/server/platform/db'

const [file = ''] = process.argv.slice(2)
const study = await requireOperatorStudy('bench')
const startedMs = performance.now()
const { status, summary } = await importFile({
  study,
  source: { fileName: path.basename(file), byteSize: statSync(file).size, read: () => createReadStream(file) },
})
const ms = performance.now() - startedMs
await disconnect()
console.log(
  JSON.stringify({
    ms,
    status,
    items: summary.items.new,
    responses: summary.responses.new,
    rssMb: process.resourceUsage().maxRSS / 1024,
  }),
)
