import { type Command, Option } from 'commander'
import { readResultTables } from '../../exports/queries/result-tables'
import { type ResultName, resultNameSchema, type TableFormat, tableFormatSchema } from '../../exports/schema'
import type { Records } from '../../exports/table/result-table'
import { tableFile } from '../../exports/table-file'
import { requireOperatorStudy } from '../../people/queries'
import { DomainError } from '../../platform/errors'
import { getScores } from '../../results/queries/get-scores'
import { addFilterOptions, type FilterOptions, filterOf } from '../filter-options'
import { scoreText } from '../score-text'
import { textTable } from '../text-table'
import { firstResultTable } from './first-result-table'
import { print, write, writeTo } from './terminal'

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
  if (output) return writeTo(output, body)
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

/** `results`: what a study found. Refused while it is blind. */
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
CSV of scores: language,category,model,n,mean,display,lower,upper; "(all)" stands for totals.

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
}
