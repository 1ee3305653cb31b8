import path from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { requireOperatorStudy } from '../../people/queries'
import { importJudgments } from '../../results/commands/import-judgments'
import { type RecordedFormat, type RecordedOptions, recordedStepSchema } from '../../results/schema'
import { pathOf, readText } from './terminal'

interface ImportOptions {
  study: string
  createMissing: boolean
  format?: RecordedFormat
  step?: RecordedOptions['step']
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

async function run(file: string, options: ImportOptions) {
  const text = await readText(file)
  const fileName = path.basename(pathOf(file))
  const isJson = /\.(jsonl|ndjson|json)$/i.test(fileName)
  const result = await importJudgments(await requireOperatorStudy(options.study), text, {
    fileName,
    format: options.format ?? (isJson ? 'jsonl' : 'csv'),
    createMissing: options.createMissing,
    step: options.step,
  })
  const parts = [
    `${count(result.judgments, 'judgment', 'judgments')} with ${count(result.ratings, 'score', 'scores')} imported`,
    `${result.unchanged} there already`,
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
    .description('Take in judgments that were made elsewhere (CSV with a header, or JSON lines)')
    .requiredOption('--study <study>', 'a draft or closed study, by slug, id or name')
    .option('--create-missing', 'create items, models and categories that are not there, without text', false)
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
Columns: item (or prompt_id), language, category, model, score; optional: annotator, comment, sample.
A blank score is missing. All or nothing; the same file again changes nothing.

Examples:
  npm run assay -- import-judgments scores.csv --study old-scores --create-missing
  npm run assay -- import-judgments scores.csv --study old-scores --create-missing --step 0.1
  npm run assay -- study close old-scores`,
    )
    .action(run)
}
