import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { foldCategory } from '../../items/category-matcher'
import { importFile } from '../../items/commands/import-file'
import { type CategoryChoice, csvEncodings, type ImportOptionsInput } from '../../items/schema'
import { requireOperatorStudy } from '../../people/queries'
import { DomainError } from '../../platform/errors'
import { importText } from '../import-text'
import { pathOf, printJson } from './terminal'

interface ImportCommandOptions {
  study: string
  dryRun: boolean
  goodLines: boolean
  format: 'auto' | 'jsonl' | 'csv'
  encoding: NonNullable<ImportOptionsInput['encoding']>
  language?: string
  mapCategory: Record<string, CategoryChoice>
  json: boolean
}

/** "Chit-chat=subjective-qa" → that name means that category; "Chit-chat=" leaves its items without one. */
function collectMapping(text: string, before: Record<string, CategoryChoice>): Record<string, CategoryChoice> {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('It must look like "name in the file=category code".')
  const code = text.slice(at + 1).trim()
  const choice: CategoryChoice = code === '' ? { action: 'none' } : { action: 'map', code }
  return { ...before, [foldCategory(text.slice(0, at))]: choice }
}

function collectCreated(text: string, before: Record<string, CategoryChoice>): Record<string, CategoryChoice> {
  return { ...before, [foldCategory(text)]: { action: 'create', name: text } }
}

/** Tells how far it is where somebody watches; a log gets nothing. */
function progressLine(byteSize: number) {
  if (!process.stderr.isTTY) return { show: () => undefined, clear: () => undefined }
  const show = (phase: 'check' | 'import', bytesRead: number) => {
    const share = Math.min(100, Math.floor((100 * bytesRead) / Math.max(1, byteSize)))
    process.stderr.write(`\r${phase === 'check' ? 'checking ' : 'importing'} ${String(share).padStart(3)} %`)
  }
  return { show, clear: () => process.stderr.write(`\r${' '.repeat(20)}\r`) }
}

async function run(file: string, options: ImportCommandOptions & { createCategory: Record<string, CategoryChoice> }) {
  const full = pathOf(file)
  const found = await stat(full).catch(() => null)
  if (!found?.isFile()) throw new DomainError('invalid', `There is no file ${full}.`)
  const study = await requireOperatorStudy(options.study)
  const progress = progressLine(found.size)
  const result = await importFile({
    study,
    source: { fileName: path.basename(full), byteSize: found.size, read: () => createReadStream(full) },
    options: {
      format: options.format,
      encoding: options.encoding,
      defaultLanguage: options.language ?? null,
      categories: { ...options.createCategory, ...options.mapCategory },
      goodLinesOnly: options.goodLines,
    },
    dryRun: options.dryRun,
    onProgress: progress.show,
  })
  progress.clear()
  if (options.json) printJson(result)
  else console.error(importText(result))
  if (result.status === 'refused')
    throw new DomainError('invalid', 'Nothing was imported: correct the errors above, or give --good-lines.')
}

/** `import`: items and responses. */
export function addItemCommands(program: Command): void {
  program
    .command('import <file>')
    .description('Import items and responses (JSON lines or CSV; docs/formats.md)')
    .requiredOption('--study <study>', 'which study, by slug, id or name')
    .option('--dry-run', 'check only, write nothing', false)
    .option('--good-lines', 'leave lines with errors out instead of refusing the file', false)
    .addOption(new Option('--format <format>', 'what the file is').choices(['auto', 'jsonl', 'csv']).default('auto'))
    .addOption(new Option('--encoding <encoding>', 'of a CSV file').choices([...csvEncodings]).default('utf-8'))
    .option('--language <tag>', 'for items that name no language')
    .option('--map-category <name=code>', 'what a category name means; may be repeated', collectMapping, {})
    .option('--create-category <name>', 'make a category that is not there; may be repeated', collectCreated, {})
    .option('--json', 'print the summary and the problems as JSON', false)
    .addHelpText(
      'after',
      `
All or nothing, unless --good-lines is given. The same file again changes nothing.

Examples:
  npm run assay -- import items.jsonl --study chat-november --dry-run
  npm run assay -- import items.jsonl --study chat-november
  npm run assay -- import items.csv --study chat-november --encoding gb18030 --map-category "Chit-chat=subjective-qa"`,
    )
    .action(run)
}
