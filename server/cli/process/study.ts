import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { requireOperator, requireOperatorStudy } from '../../people/queries'
import { DomainError } from '../../platform/errors'
import { recordedStepSchema } from '../../results/schema'
import { closeStudy } from '../../studies/commands/close-study'
import { createStudy } from '../../studies/commands/create-study'
import { extendStudy } from '../../studies/commands/extend-study'
import { openStudy } from '../../studies/commands/open-study'
import { pauseStudy, resumeStudy } from '../../studies/commands/pause-study'
import { unblindStudy } from '../../studies/commands/unblind-study'
import { type PresetName, presetNames } from '../../studies/preset-names'
import { presetProtocol } from '../../studies/presets'
import { getStudy } from '../../studies/queries/get-study'
import { listStudies } from '../../studies/queries/list-studies'
import { createStudySchema, protocolSchema, reasonSchema } from '../../studies/schema'
import { textTable } from '../text-table'
import { withScale } from '../with-scale'
import { addStudyPeopleCommands } from './study-people'
import { inputOf, print, printJson, readText } from './terminal'

const number = (text: string) => {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.')
  return value
}

const step = (text: string) => {
  const parsed = recordedStepSchema.safeParse(Number(text))
  if (!parsed.success) throw new InvalidArgumentError('It must be 1, 0.5, 0.2 or 0.1.')
  return parsed.data
}

interface CreateOptions {
  preset?: PresetName
  protocol?: string
  name: string
  slug?: string
  min?: number
  max?: number
  step?: 1 | 0.5 | 0.2 | 0.1
  annotators?: number
  disclosure?: string
  blind: boolean
}

/** The fields of a protocol in a file. @throws invalid */
async function readProtocol(file: string): Promise<object> {
  const text = await readText(file)
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch {
    throw new DomainError('invalid', `${file} is not a JSON object with the fields of a protocol.`, { isUsage: true })
  }
}

async function create(options: CreateOptions) {
  if (!options.preset && !options.protocol)
    throw new DomainError('invalid', 'A study needs --preset or --protocol.', { isUsage: true })
  const name = options.preset ?? 'blank'
  const preset = presetProtocol(name)
  const given = inputOf(
    protocolSchema,
    options.protocol ? { ...preset, ...(await readProtocol(options.protocol)) } : preset,
  )
  const protocol = {
    ...withScale(given, options),
    ...(options.blind ? {} : { blindAdmins: false }),
    ...(options.annotators === undefined ? {} : { annotatorsPerItem: options.annotators }),
  }
  const { slug, disclosure } = options
  const { slug: made } = await createStudy(
    requireOperator(),
    inputOf(createStudySchema, { preset: name, name: options.name, slug, disclosure, protocol }),
  )
  print(made)
}

async function list(options: { archived: boolean; format: 'text' | 'json' }) {
  const studies = await listStudies(requireOperator(), { state: null, archived: options.archived, search: '' })
  if (options.format === 'json') return printJson(studies)
  if (studies.length === 0) return print('There is no study yet.')
  const rows = studies.map(study => [
    study.slug,
    study.state.toLowerCase(),
    String(study.items),
    study.places > 0 ? `${study.judged}/${study.places}` : String(study.recorded),
    study.name,
  ])
  print(textTable(['Slug', 'State', 'Items', 'Judged', 'Name'], rows, [2, 3]))
}

async function show(study: string, options: { format: 'text' | 'json' }) {
  const head = await getStudy(await requireOperatorStudy(study))
  if (options.format === 'json') return printJson(head)
  const { counts } = head
  const blind = head.isBlind ? (head.isUnblinded ? 'unblinded' : 'blind') : 'open to admins'
  const facts: [string, string][] = [
    ['Name', head.name],
    ['Slug', head.slug],
    ['Id', head.id],
    ['State', `${head.state.toLowerCase()}${head.isArchived ? ', archived' : ''}`],
    ['Results', blind],
    ['Items', `${counts.items} (${counts.models} models)`],
    ['Annotators', String(counts.annotators)],
    ['Recorded judgments', String(counts.recorded)],
    ['Disclosure', head.disclosure],
    ['What it allows', head.acts.join(', ')],
  ]
  print(facts.flatMap(([label, value]) => (value ? [`${label.padEnd(20)}${value}`] : [])).join('\n'))
}

const say = (text: string) => console.error(text)

/** `study …`: create, list, look at and run studies. */
export function addStudyCommands(program: Command): void {
  const study = program
    .command('study')
    .description('Create, list, open, pause, resume, close, unblind and extend studies')

  study
    .command('create')
    .description('Create a draft from a preset or a protocol; prints its slug')
    .addOption(new Option('--preset <preset>', 'which ready protocol').choices([...presetNames]))
    .option(
      '--protocol <file>',
      'JSON with fields of a protocol, in place of those of the preset (by default, of a blank one)',
    )
    .requiredOption('--name <name>', 'what people call it')
    .option('--slug <slug>', 'what addresses and the command line call it; made of the name by default')
    .option('--min <number>', 'lowest score', number)
    .option('--max <number>', 'highest score', number)
    .option('--step <step>', 'step of the scale: 1, 0.5, 0.2 or 0.1', step)
    .option('--annotators <count>', 'judgments for every item', number)
    .option('--disclosure <text>', 'shown with every table, for example that data is reconstructed')
    .option('--no-blind', 'let admins see means and models before the study is closed and unblinded')
    .addHelpText(
      'after',
      `
Examples:
  npm run assay -- study create --preset general-chat --name "Chat, November"
  npm run assay -- study create --preset general-chat --name "Old scores" --step 0.1 --disclosure "Reconstructed data"
  npm run assay -- study create --protocol protocol.json --name "Our own way"`,
    )
    .action(create)

  study
    .command('list')
    .description('All studies, the newest first')
    .option('--archived', 'the archived ones instead', false)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  npm run -s assay -- study list --format json')
    .action(list)

  study
    .command('show <study>')
    .description('What a study is and what it allows now')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  npm run assay -- study show chat-november')
    .action(show)

  study
    .command('open <study>')
    .description('Freeze the protocol and give out work')
    .addHelpText('after', '\nExample:\n  npm run assay -- study open chat-november')
    .action(async (name: string) => {
      const opened = await openStudy(await requireOperatorStudy(name))
      say(`Opened: ${opened.items} items, ${opened.places} judgments to make.`)
    })

  study
    .command('pause <study>')
    .description('Give out no new work; what is on a screen may be finished')
    .addHelpText('after', '\nExample:\n  npm run assay -- study pause chat-november')
    .action(async (name: string) => {
      await pauseStudy(await requireOperatorStudy(name))
      say('Paused.')
    })

  study
    .command('resume <study>')
    .description('Give out work again; leases go on where they stood')
    .addHelpText('after', '\nExample:\n  npm run assay -- study resume chat-november')
    .action(async (name: string) => {
      await resumeStudy(await requireOperatorStudy(name))
      say('Resumed.')
    })

  study
    .command('close <study>')
    .description('End it: nothing more is submitted, drafts are kept')
    .option('--accept-unfinished', 'close although work is left', false)
    .addHelpText('after', '\nExample:\n  npm run assay -- study close chat-november --accept-unfinished')
    .action(async (name: string, options: { acceptUnfinished: boolean }) => {
      try {
        await closeStudy(await requireOperatorStudy(name), options)
      } catch (error) {
        if (!(error instanceof DomainError) || !('unfinished' in error.detail)) throw error
        throw new DomainError('conflict', `${error.message} (--accept-unfinished)`, error.detail)
      }
      say('Closed.')
    })

  study
    .command('unblind <study>')
    .description('Show admins means and models of a closed study, for good and on record')
    .requiredOption('--reason <reason>', 'why; kept in the audit trail')
    .addHelpText('after', '\nExample:\n  npm run assay -- study unblind chat-november --reason "All judgments are in"')
    .action(async (name: string, options: { reason: string }) => {
      const { reason } = inputOf(z.object({ reason: reasonSchema }), options)
      await unblindStudy(await requireOperatorStudy(name), { reason })
      say('Unblinded.')
    })

  study
    .command('extend <study>')
    .description('Open a closed study again, to add a model: its responses are judged beside old ones')
    .requiredOption('--reason <reason>', 'why; kept in the audit trail')
    .addHelpText(
      'after',
      '\nExample:\n  npm run assay -- study extend chat-november --reason "A newer model is compared"',
    )
    .action(async (name: string, options: { reason: string }) => {
      const { reason } = inputOf(z.object({ reason: reasonSchema }), options)
      await extendStudy(await requireOperatorStudy(name), reason)
      say('Open again. Import the responses of the new model now.')
    })

  addStudyPeopleCommands(study)
}
