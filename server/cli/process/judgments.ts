import path from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { requireOperatorStudy } from '../../people/queries'
import { importJudgments } from '../../results/commands/import-judgments'
import type { RecordedKindName } from '../../results/recorded/file-kind'
import { type RecordedFormat, type RecordedOptions, recordedStepSchema } from '../../results/schema'
import { pathOf, readText } from './terminal'

interface ImportOptions {
  study: string
  createMissing: boolean
  format?: RecordedFormat
  step?: RecordedOptions['step']
  language?: string
  dryRun: boolean
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

/** What the values of a kind of file are called. */
const words: Record<RecordedKindName, [string, string]> = {
  scores: ['score', 'scores'],
  pairs: ['preference', 'preferences'],
  rankings: ['rank', 'ranks'],
  checklists: ['checklist', 'checklists'],
  choices: ['choice', 'choices'],
  spans: ['list of spans', 'lists of spans'],
  comments: ['comment', 'comments'],
}

async function run(file: string, options: ImportOptions) {
  const text = await readText(file)
  const fileName = path.basename(pathOf(file))
  const isJson = /\.(jsonl|ndjson|json)$/i.test(fileName)
  const result = await importJudgments(await requireOperatorStudy(options.study), text, {
    fileName,
    format: options.format ?? (isJson ? 'jsonl' : 'csv'),
    createMissing: options.createMissing,
    step: options.step,
    language: options.language,
    dryRun: options.dryRun,
  })
  if (result.dryRun) console.error('Checked, nothing was written. An import would do this:')
  const [one, many] = words[result.kind]
  const parts = [
    `${count(result.judgments, 'judgment', 'judgments')} with ${count(result.ratings, one, many)} imported`,
    `${result.unchanged} there already`,
    ...(result.extended > 0 ? [`${result.extended} there already, now with more`] : []),
    ...(result.repeatedRows > 0 ? [count(result.repeatedRows, 'repeated row', 'repeated rows')] : []),
    `${count(result.blankScores, 'blank score', 'blank scores')}`,
    `${count(result.itemsCreated, 'item', 'items')} created`,
    `${count(result.modelsCreated.length, 'model', 'models')} created`,
  ]
  console.error(`${parts.join(', ')}.`)
  if (result.stepSet !== null) console.error(`The scale's step is ${result.stepSet} now: the scores need it.`)
  if (result.categoriesCreated.length > 0) console.error(`New categories: ${result.categoriesCreated.join(', ')}.`)
}

/** `import-judgments`: scores that were given elsewhere. */
export function addJudgmentCommands(program: Command): void {
  program
    .command('import-judgments <file>')
    .description(
      'Take in judgments that were made elsewhere: scores, preferences, rankings, checklists … (CSV or JSON lines)',
    )
    .requiredOption('--study <study>', 'a draft or closed study, by slug, id or name')
    .option('--create-missing', 'create items, models and categories that are not there, without text', false)
    .option('--dry-run', 'check everything, write nothing', false)
    .option('--language <tag>', 'of items that are made and that the file names no language for')
    .addOption(new Option('--format <format>', "by the file's name by default").choices(['csv', 'jsonl']))
    .option(
      '--step <step>',
      'first set the scale to this step; only in a draft without judgments (with --create-missing, the coarsest that fits by default)',
      (text: string) => {
        const parsed = recordedStepSchema.safeParse(Number(text))
        if (!parsed.success) throw new InvalidArgumentError('It must be 1, 0.5, 0.2 or 0.1.')
        return parsed.data
      },
    )
    .addHelpText(
      'after',
      `
Columns: item (or prompt_id), annotator, model, sample, criterion, language, category, and of each kind:
  scores       score (or value), comment
  preferences  model_a, model_b, winner (model_a, model_b, tie, both_bad), strength
  rankings     rank; or without a model: ranking, "a > b = c"
  checklists   point, earned (points) or grade (met, partly, not), reason
  choices      label or labels ("wrong|unsafe")
  spans        start, end, category, severity, part (response, source), turn
  comments     comment
The columns say which kind it is. docs/formats.md has a table and an example of each.
A blank value is missing. All or nothing; the same file again changes nothing.

Examples:
  npm run assay -- import-judgments scores.csv --study old-scores --create-missing
  npm run assay -- import-judgments scores.csv --study old-scores --create-missing --step 0.1
  npm run assay -- import-judgments votes.csv --study old-votes --create-missing --language en --dry-run
  npm run assay -- study close old-scores`,
    )
    .action(run)
}
