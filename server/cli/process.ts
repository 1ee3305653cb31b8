// The command line: `npm run assay -- …`. It calls the same commands and queries as the web, under the same gates.
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { disconnect } from '../platform/db'
import { DomainError } from '../platform/errors'
import { addExportCommand } from './process/export'
import { addItemCommands } from './process/items'
import { addJudgmentCommands } from './process/judgments'
import { addKeyCommands } from './process/keys'
import { addPeopleCommands } from './process/people'
import { addResultCommands } from './process/results'
import { addStudyCommands } from './process/study'
import { refusalText } from './refusal-text'

/** 0 done, 1 refused, 2 not understood, 3 broken. */
const exitCodes = { refused: 1, usage: 2, broken: 3 }

const program = new Command('assay')
  .description('Blind human evaluation of language models: the same acts as on the web, for scripts and servers.')
  .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
  .showSuggestionAfterError()
  .version(version)
  .addHelpText(
    'after',
    `
A study is named by its slug, its id, or a name that only one study has.
Data goes to standard output, everything else to standard error.
Exit codes: 0 done, 1 refused, 2 not understood, 3 broken.

Examples:
  npm run assay -- study create --preset general-chat --name "Chat, November"
  npm run assay -- import items.jsonl --study chat-november --dry-run
  npm run -s assay -- results chat-november --table scores --format csv > scores.csv`,
  )

addStudyCommands(program)
addItemCommands(program)
addJudgmentCommands(program)
addResultCommands(program)
addExportCommand(program)
addPeopleCommands(program)
addKeyCommands(program)

/** Errors of usage leave by exception, too: the database must be closed before the process ends. */
function leaveByException(command: Command): void {
  command.exitOverride()
  for (const child of command.commands) leaveByException(child)
}

async function run(): Promise<number> {
  leaveByException(program)
  if (process.argv.length <= 2) {
    program.outputHelp()
    return 0
  }
  try {
    await program.parseAsync(process.argv)
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage
    if (error instanceof DomainError) {
      console.error(refusalText(error))
      return error.detail.isUsage ? exitCodes.usage : exitCodes.refused
    }
    console.error(`assay: something broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return exitCodes.broken
  } finally {
    await disconnect()
  }
}

// A reader that has seen enough ("| head") is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : exitCodes.broken),
)
process.exitCode = await run()
