import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../audit/canonical-json'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { requireUnsealed } from '../../results/require-unsealed'
import type { BundleFacts } from '../bundle/bundle-facts'
import { type BundleEntry, bundleReadme } from '../bundle/bundle-readme'
import { citationText } from '../bundle/citation-text'
import { datasetCard } from '../bundle/dataset-card'
import { hedsText } from '../bundle/heds-text'
import { methodsText } from '../bundle/methods-text'
import { reproduceScript } from '../bundle/reproduce-script'
import type { DataSource } from '../data/data-source'
import { zipFile } from '../formats/zip-file'
import type { ExportOutput } from '../request/export-output'
import { dataKindSchema, type ExportRequest, tableFormatSchema } from '../schema'
import type { ResultTables } from '../table/result-table'
import { tableFile } from '../table-file'
import { dataSourceOf } from './data/data-source-of'
import { hasRows } from './data/has-rows'
import { randomisationSource, readSeed } from './data/randomisation-source'
import { writeSource } from './data/write-source'
import { readAllTables } from './read-all-tables'
import { readBundleFacts } from './read-bundle-facts'
import { readFigures } from './read-figures'

type Write = (out: ExportOutput) => Promise<void>

interface Part extends BundleEntry {
  write: Write
}

const encoder = new TextEncoder()
const said =
  (text: string): Write =>
  out =>
    out.write(encoder.encode(text))

/**
 * All of a study in one ZIP: tables in every format, data, protocol, randomisation, the texts for a paper, figures, an R
 * script and checksums. What the study has none of is named in its README. Files in the order of their names, checksums
 * last; nothing in it hangs on when it was made or on random ids. Tables are read one after the other: of a study that is
 * open, later ones may know more. @throws blinded, invalid
 */
export async function prepareBundle(access: StudyAccess, request: ExportRequest): Promise<Write> {
  requireUnsealed(access)
  const { filter, options } = request
  const facts = await readBundleFacts(access, filter)
  const left: BundleEntry[] = []
  const tables = await readAllTables(access, filter, left)
  const sources = await readSources(access, request, left)
  const figures = await readFigures(access, filter)
  const parts = [
    ...(await tableParts(tables, options.intervals)),
    ...dataParts(sources),
    ...figures.map(({ name, svg, about }) => ({ name: `figures/${name}.svg`, about, write: said(svg) })),
    ...(await textParts(access, facts, sources, left)),
  ]
  const data = sources.map(({ name, source }) => ({ name, columns: source.columns }))
  const inOrder = (entries: readonly Part[]) => [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))
  const readme: BundleEntry = { name: 'README.md', about: 'this text' }
  const checksums: BundleEntry = { name: 'checksums.sha256', about: 'SHA-256 of every other file' }
  const text = bundleReadme(facts, [...inOrder([...parts, { ...readme, write: said('') }]), checksums], data, left)
  return out => writeArchive(inOrder([...parts, { ...readme, write: said(text) }]), out)
}

async function writeArchive(parts: readonly Part[], out: ExportOutput) {
  const archive = zipFile(out.write)
  const sums: string[] = []
  for (const { name, write } of parts) {
    const hash = createHash('sha256')
    const produce = (add: (bytes: Uint8Array) => Promise<void>) =>
      write({
        expect: out.expect,
        advance: out.advance,
        write: async bytes => {
          hash.update(bytes)
          await add(bytes)
        },
      })
    await archive.add(name, produce, { isCompressed: /\.(parquet|xlsx)$/.test(name) })
    sums.push(`${hash.digest('hex')}  ${name}\n`)
    await out.advance(0)
  }
  await archive.add('checksums.sha256', add => add(encoder.encode(sums.join(''))))
  await archive.finish()
}

interface NamedSource {
  name: string
  about: string
  source: DataSource
}

const nothingOf: Partial<Record<keyof typeof about, string>> = {
  randomisation: 'Nothing was drawn: no item was given to an annotator here.',
}

const about = {
  judgments: 'scores, one row per judgment × response, by the first scale',
  ratings: 'every rating in long form, with what results are not made of',
  comparisons: 'one row per item and pair of models',
  items: 'what was judged',
  responses: 'what the models answered',
  preferences: 'pairs of a chosen and a rejected answer',
  randomisation: 'which response stood in which slot of every place',
} as const

/** The files of data that the study has; why it has none of the others goes to `left`. */
async function readSources(access: StudyAccess, request: ExportRequest, left: BundleEntry[]): Promise<NamedSource[]> {
  const found: NamedSource[] = []
  for (const name of [...dataKindSchema.options, 'randomisation' as const]) {
    const options = { ...request.options, all: name === 'ratings' }
    try {
      const source = await (name === 'randomisation'
        ? randomisationSource(access, request.filter)
        : dataSourceOf(access, name, { ...request, options }))
      if (await hasRows(source)) found.push({ name, about: about[name], source })
      else left.push({ name: `data/${name}`, about: nothingOf[name] ?? 'There is nothing of it.' })
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'not_found') throw error
      left.push({ name: `data/${name}`, about: error.message })
    }
  }
  return found
}

const dataParts = (sources: readonly NamedSource[]): Part[] =>
  sources.flatMap(({ name, about, source }) =>
    [source.make ? ('jsonl' as const) : ('csv' as const), 'parquet' as const].map(format => ({
      name: `data/${name}.${format}`,
      about: format === 'parquet' ? `the same as Parquet` : about,
      write: (out: ExportOutput) => writeSource(source, format, out),
    })),
  )

async function tableParts(tables: readonly (ResultTables & { file: string })[], intervals: boolean): Promise<Part[]> {
  const parts: Part[] = []
  for (const { file, ...table } of tables)
    for (const format of tableFormatSchema.options) {
      const { ending, body } = await tableFile(table, format, { intervals })
      const what = [table.result, table.criterion?.label].filter(Boolean).join(': ')
      parts.push({
        name: `tables/${file}.${ending}`,
        about: format === 'csv' ? `table of results: ${what}` : `the same as ${format}`,
        write: out => out.write(typeof body === 'string' ? encoder.encode(body) : body),
      })
    }
  return parts
}

async function textParts(
  access: StudyAccess,
  facts: BundleFacts,
  sources: readonly NamedSource[],
  left: BundleEntry[],
): Promise<Part[]> {
  const { judgments } = facts
  const has = (name: string) => sources.some(source => source.name === name)
  const script = has('judgments') ? reproduceScript(facts) : null
  const files = sources.map(({ name, source }) => ({
    name,
    path: `data/${name}.parquet`,
    columns: source.columns,
  }))
  const card = datasetCard(facts, files, (judgments.live + judgments.recorded) * facts.modelCount)
  const protocol = { version: facts.protocolVersion, definition: facts.protocol }
  const parts: Part[] = [
    {
      name: 'METHODS.md',
      about: 'how the figures came about, with versions and seed',
      write: said(methodsText(facts)),
    },
    {
      name: 'HEDS.md',
      about: 'methods appendix in the shape of the Human Evaluation Datasheet',
      write: said(hedsText(facts)),
    },
    { name: 'CITATION.md', about: 'how to cite, disclosure, licence', write: said(citationText(facts)) },
    { name: 'dataset-card.md', about: 'README.md for a data set on the Hugging Face Hub', write: said(card) },
    {
      name: 'protocol.json',
      about: 'the protocol as it was frozen',
      write: said(`${JSON.stringify(JSON.parse(canonicalJson(protocol)), null, 2)}\n`),
    },
  ]
  // Without places nothing was drawn from the seed.
  if (has('randomisation'))
    parts.push({
      name: 'seed.txt',
      about: 'the secret seed that orders of slots and samples were drawn from, hex',
      write: said(`${await readSeed(access)}\n`),
    })
  else left.push({ name: 'seed.txt', about: nothingOf.randomisation ?? '' })
  if (script !== null)
    parts.push({
      name: 'reproduce.R',
      about: 'makes the tables again in R, and fits mixed models',
      write: said(script),
    })
  return parts
}
