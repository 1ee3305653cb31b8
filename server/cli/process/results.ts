import { writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { recordNamedExport } from '../../exports/commands/record-named-export'
import { csvLines } from '../../exports/csv-lines'
import { judgmentCells, judgmentHeader } from '../../exports/judgment-csv'
import { requireScore } from '../../exports/queries/require-score'
import { readResultTables } from '../../exports/queries/result-tables'
import { type JudgmentPage, writeJudgments } from '../../exports/queries/write-judgments'
import { writeRatingFile } from '../../exports/queries/write-rating-file'
import { type ResultName, resultNameSchema, type TableFormat, tableFormatSchema } from '../../exports/schema'
import type { Records } from '../../exports/table/result-table'
import { tableFile } from '../../exports/table-file'
import type { StudyAccess } from '../../people/access'
import { requireOperatorStudy } from '../../people/queries'
import { DomainError } from '../../platform/errors'
import { syncPreferences } from '../../preferences/commands'
import { writePreferences } from '../../preferences/queries'
import { sinceSchema } from '../../preferences/schema'
import { getScores } from '../../results/queries/get-scores'
import { addFilterOptions, type FilterOptions, filterOf } from '../filter-options'
import { scoreText } from '../score-text'
import { textTable } from '../text-table'
import { firstResultTable } from './first-result-table'
import { inputOf, pathOf, print, write } from './terminal'

interface ResultOptions extends FilterOptions {
  table?: ResultName | 'comparisons'
  criterion?: string
  format: TableFormat | 'text'
  intervals: boolean
  output?: string
}

async function results(study: string, options: ResultOptions) {
  const { table, format, output, intervals, criterion } = options
  const access = await requireOperatorStudy(study)
  const result = table === 'comparisons' ? 'head-to-head' : (table ?? (await firstResultTable(access)))
  const wanted = { ...(criterion ? { criterion } : {}), filter: filterOf(options) }
  if (result === 'scores' && format === 'text') return print(scoreText(await getScores(access, wanted)))
  const tables = await readResultTables(access, result, wanted)
  if (tables.disclosure && (format === 'csv' || format === 'text')) console.error(tables.disclosure)
  if (format === 'text') return print(recordText(tables.records))
  const { body } = await tableFile(tables, format, { intervals })
  if (output) return writeFile(pathOf(output), body)
  if (typeof body !== 'string' && process.stdout.isTTY)
    throw new DomainError('invalid', 'A workbook is not for a terminal: name a file with --output.')
  await write(body)
}

const recordText = ({ header, numbers, rows }: Records) =>
  textTable(
    header,
    rows,
    header.flatMap((name, at) => (numbers.includes(name) ? [at] : [])),
  )

interface ExportOptions extends FilterOptions {
  table: 'judgments' | 'ratings' | 'preferences'
  format: 'csv' | 'jsonl'
  all: boolean
  emails: boolean
  since?: string
}

/** Standard output stays pure JSON Lines; where to go on from is said beside it. */
async function exportPreferences(access: StudyAccess, given: string | undefined) {
  const since = inputOf(sinceSchema, given)
  const { cursor } = await syncPreferences(access)
  await writePreferences(access, since, write)
  console.error(`Go on with --since ${cursor}`)
}

async function exportTable(study: string, options: ExportOptions) {
  const access = await requireOperatorStudy(study)
  if (options.table === 'preferences' && options.judgments !== 'original')
    throw new DomainError('invalid', 'Preference data is of the original judgments.')
  if (options.table === 'preferences') return exportPreferences(access, options.since)
  if (options.table === 'judgments' && (options.all || options.format === 'jsonl'))
    throw new DomainError('invalid', 'The table "judgments" is CSV of what counts. Use --table ratings for the rest.')
  if (options.table === 'judgments') await requireScore(access)
  if (options.emails) await recordNamedExport(access)
  const { format, all } = options
  const annotators = options.emails ? 'email' : 'pseudonym'
  return options.table === 'ratings'
    ? writeRatingFile(access, { format, all, annotators, filter: filterOf(options) }, write)
    : exportJudgments(access, options)
}

async function exportJudgments(access: StudyAccess, options: ExportOptions) {
  let isFirst = true
  const header = async () => {
    if (isFirst) await write(csvLines([judgmentHeader]))
    isFirst = false
  }
  const writePage = async (page: JudgmentPage) => {
    await header()
    await write(csvLines(page.rows.map(row => judgmentCells(page.study, row, page.scale))))
  }
  await writeJudgments(access, options.emails ? 'email' : 'pseudonym', writePage, filterOf(options))
  await header()
}

/** `results` and `export`: what a study found. Both are refused while it is blind. */
export function addResultCommands(program: Command): void {
  addFilterOptions(program.command('results <study>'))
    .description(
      'The tables of a study: mean scores (per language and all, models × categories), who beat whom, all models on one scale, the agreement of its annotators, scores by rubric and how often points were met',
    )
    .addOption(
      new Option('--table <table>', 'which table; by default the first that the study has').choices([
        ...resultNameSchema.options,
        'comparisons',
      ]),
    )
    .option('--criterion <id>', 'of scores, rubrics and comparisons, where the study has several of a kind')
    .addOption(
      new Option('--format <format>', 'how to print').choices([...tableFormatSchema.options, 'text']).default('text'),
    )
    .option('--no-intervals', 'Markdown, LaTeX and workbooks without intervals')
    .option('--output <file>', 'into a file; standard output by default')
    .addHelpText(
      'after',
      `
CSV of scores: language,category,model,n,mean,display; "(all)" stands for totals.

Examples:
  npm run assay -- results chat-november
  npm run -s assay -- results chat-november --table scores --format csv > scores.csv
  npm run -s assay -- results chat-november --format latex > scores.tex
  npm run -s assay -- results chat-november --format xlsx --output scores.xlsx
  npm run assay -- results chat-november --judgments adjudicated
  npm run assay -- results chat-november --language zh --category Code --without too-fast --without flagged
  npm run -s assay -- results pairs-november --table head-to-head --criterion safety
  npm run -s assay -- results pairs-november --table ranking --format md
  npm run -s assay -- results chat-november --table agreement`,
    )
    .action(results)

  addFilterOptions(program.command('export <study>'))
    .description(
      'What was judged as CSV, one row per annotator × item × response; every rating of every kind; or preference data as JSON Lines, also of a blind study',
    )
    .addOption(
      new Option('--table <table>', 'which table')
        .choices(['judgments', 'ratings', 'preferences'])
        .default('judgments'),
    )
    .addOption(new Option('--format <format>', 'of the ratings').choices(['csv', 'jsonl']).default('csv'))
    .option('--all', 'ratings: with gold items, training, repeats and excluded judgments', false)
    .option('--since <cursor>', 'preferences: only what changed after this cursor')
    .option('--emails', 'name annotators by e-mail instead of pseudonym; this is put on record', false)
    .addHelpText(
      'after',
      `
Examples:
  npm run -s assay -- export chat-november --table judgments > judgments.csv
  npm run -s assay -- export chat-november --table ratings --format jsonl > ratings.jsonl
  npm run -s assay -- export pairs-november --table preferences --since 1200 >> preferences.jsonl`,
    )
    .action(exportTable)
}
