import { type Command, Option } from 'commander'
import { recordNamedExport } from '../../exports/commands'
import { csvLines } from '../../exports/csv-lines'
import { judgmentCells, judgmentHeader } from '../../exports/judgment-csv'
import { writeJudgments } from '../../exports/queries/write-judgments'
import { scoreTableHeader, scoreTableRows } from '../../exports/score-table-csv'
import type { StudyAccess } from '../../people/access'
import { requireOperatorStudy } from '../../people/queries'
import { syncPreferences } from '../../preferences/commands'
import { writePreferences } from '../../preferences/queries'
import { sinceSchema } from '../../preferences/schema'
import { getScores } from '../../results/queries/get-scores'
import { scoreText } from '../score-text'
import { inputOf, print, printJson, write } from './terminal'

async function results(study: string, options: { format: 'csv' | 'json' | 'text' }) {
  const scores = await getScores(await requireOperatorStudy(study))
  const rows = scoreTableRows(scores.tables)
  if (scores.disclosure && options.format === 'csv') console.error(scores.disclosure)
  if (options.format === 'text') return print(scoreText(scores))
  if (options.format === 'csv') return write(csvLines([scoreTableHeader, ...rows]))
  const cells = rows.map(([language, category, model, n, mean, display]) => {
    return { language, category, model, n: Number(n), mean: mean === '' ? null : Number(mean), display }
  })
  printJson({ study: scores.slug, name: scores.name, disclosure: scores.disclosure, scale: scores.scale, cells })
}

interface ExportOptions {
  table: 'judgments' | 'preferences'
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
  if (options.table === 'preferences') return exportPreferences(access, options.since)
  if (options.emails) await recordNamedExport(access)
  let isFirst = true
  const header = async () => {
    if (isFirst) await write(csvLines([judgmentHeader]))
    isFirst = false
  }
  await writeJudgments(access, options.emails ? 'email' : 'pseudonym', async page => {
    await header()
    await write(csvLines(page.rows.map(row => judgmentCells(page.study, row, page.scale))))
  })
  await header()
}

/** `results` and `export`: what a study found. Both are refused while it is blind. */
export function addResultCommands(program: Command): void {
  program
    .command('results <study>')
    .description('The score tables of a study: per language and all, models × (overall, categories)')
    .addOption(new Option('--table <table>', 'which table').choices(['scores']).default('scores'))
    .addOption(new Option('--format <format>', 'how to print').choices(['csv', 'json', 'text']).default('text'))
    .addHelpText(
      'after',
      `
CSV: language,category,model,n,mean,display; "(all)" stands for totals.

Examples:
  npm run assay -- results chat-november
  npm run -s assay -- results chat-november --table scores --format csv > scores.csv`,
    )
    .action(results)

  program
    .command('export <study>')
    .description(
      'All judgments that count as CSV, one row per annotator × item × response; or preference data as JSON Lines, also of a blind study',
    )
    .addOption(new Option('--table <table>', 'which table').choices(['judgments', 'preferences']).default('judgments'))
    .option('--since <cursor>', 'preferences: only what changed after this cursor')
    .option('--emails', 'name annotators by e-mail instead of pseudonym; this is put on record', false)
    .addHelpText(
      'after',
      `
Examples:
  npm run -s assay -- export chat-november --table judgments > judgments.csv
  npm run -s assay -- export pairs-november --table preferences --since 1200 >> preferences.jsonl`,
    )
    .action(exportTable)
}
