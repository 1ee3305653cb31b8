import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { recordNamedExport } from '../../exports/commands/record-named-export'
import { prepareExport } from '../../exports/queries/prepare-export'
import { exportFormats } from '../../exports/request/export-formats'
import { dataKindSchema, exportFormatSchema, exportRequestSchema, resultNameSchema } from '../../exports/schema'
import type { StudyAccess } from '../../people/access'
import { requireOperatorStudy } from '../../people/queries'
import { DomainError } from '../../platform/errors'
import { syncPreferences } from '../../preferences/commands'
import { writePreferences } from '../../preferences/queries'
import { sinceSchema } from '../../preferences/schema'
import { addFilterOptions, type FilterOptions, filterOf } from '../filter-options'
import { inputOf, pathOf, write } from './terminal'

interface ExportCommandOptions extends FilterOptions {
  kind?: string
  table?: string
  format?: string
  output?: string
  all: boolean
  emails: boolean
  intervals: boolean
  criterion?: string
  ties: string
  margin: string
  since?: string
}

/** Standard output stays pure JSON Lines; where to go on from is said beside it. */
async function exportChanges(access: StudyAccess, { judgments, since: given }: ExportCommandOptions) {
  if (judgments !== 'original') throw new DomainError('invalid', 'Preference data is of the original judgments.')
  const since = inputOf(sinceSchema, given)
  const { cursor } = await syncPreferences(access)
  await writePreferences(access, since, write)
  console.error(`Go on with --since ${cursor}`)
}

const uncounted = { expect: async () => undefined, advance: async () => undefined }
const texts = ['csv', 'jsonl', 'json', 'md', 'latex']

async function exportFile(study: string, options: ExportCommandOptions) {
  const access = await requireOperatorStudy(study)
  if (options.since !== undefined) return exportChanges(access, options)
  if (options.table === 'preferences')
    throw new DomainError('invalid', 'Pairs of answers are --kind preferences; the feed of changes is --since 0.')
  const { kind: asked = options.table ?? 'judgments', all, intervals, criterion, ties, output } = options
  const kind = inputOf(exportRequestSchema.shape.kind, asked)
  const request = inputOf(exportRequestSchema, {
    kind,
    format: options.format ?? exportFormats(kind)[0],
    filter: filterOf(options),
    options: {
      all,
      intervals,
      ...(criterion ? { criterion } : {}),
      ties,
      margin: Number(options.margin),
      annotators: options.emails ? 'email' : 'pseudonym',
    },
  })
  if (!output && process.stdout.isTTY && !texts.includes(request.format))
    throw new DomainError('invalid', `A file of ${request.format} is not for a terminal: name one with --output.`)
  const prepared = await prepareExport(access, request)
  if (options.emails) await recordNamedExport(access)
  if (!output) return prepared.write({ write, ...uncounted })
  await writeWhole(pathOf(output), bytes => prepared.write({ write: bytes, ...uncounted }))
}

/** Under its own name a file is always whole. */
async function writeWhole(file: string, produce: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>) {
  const part = `${file}.part`
  const stream = createWriteStream(part)
  try {
    await produce(
      bytes => new Promise((resolve, reject) => stream.write(bytes, error => (error ? reject(error) : resolve()))),
    )
    stream.end()
    await finished(stream)
    await rename(part, file)
  } catch (error) {
    stream.destroy()
    await rm(part, { force: true })
    throw error
  }
}

/** `export`: what was judged, and all that a paper needs of it. */
export function addExportCommand(program: Command): void {
  const kinds = [
    ...dataKindSchema.options,
    ...resultNameSchema.options.map(name => `table:${name}`),
    'dataset-card',
    'bundle',
  ]
  addFilterOptions(program.command('export <study>'))
    .description(
      'One file of a study, the same bytes as on the page "Exports": data (judgments, every rating, comparisons, items, responses, preference pairs), a table of results, a card of the data set, or all of it as one ZIP. Of a blind study only what names no model',
    )
    .addOption(new Option('--kind <kind>', 'what; judgments by default').choices(kinds))
    .addOption(
      new Option('--table <table>', 'the older word for --kind, of files of data').choices(dataKindSchema.options),
    )
    .addOption(
      new Option('--format <format>', 'how it is written; the first that the kind has by default').choices(
        exportFormatSchema.options,
      ),
    )
    .option('--output <file>', 'into a file; standard output by default')
    .option('--all', 'ratings: with gold items, training, repeats and excluded judgments', false)
    .option('--criterion <id>', 'tables, comparisons and preferences: by which criterion')
    .addOption(
      new Option('--ties <what>', 'preferences: pairs on which neither won').choices(['drop', 'keep']).default('drop'),
    )
    .option('--margin <number>', 'preferences from scores: how far apart two means must at least be', '0')
    .option('--no-intervals', 'tables in Markdown, LaTeX and workbooks without intervals')
    .option('--since <cursor>', 'the feed of preference data: only what changed after this cursor, as JSON lines')
    .option('--emails', 'name annotators by e-mail instead of pseudonym; this is put on record', false)
    .addHelpText(
      'after',
      `
Examples:
  npm run -s assay -- export chat-november > judgments.csv
  npm run -s assay -- export chat-november --kind ratings --format parquet --output ratings.parquet
  npm run -s assay -- export chat-november --kind table:scores --format latex > scores.tex
  npm run -s assay -- export pairs-november --kind preferences --format jsonl > pairs.jsonl
  npm run -s assay -- export chat-november --kind bundle --output chat-november.zip
  npm run -s assay -- export pairs-november --since 1200 >> preferences.jsonl`,
    )
    .action(exportFile)
}
