import { type Command, InvalidArgumentError } from 'commander'
import { requireOperatorStudy } from '../../people/queries'
import { setStudyAnnotators } from '../../studies/commands/set-annotators'
import { getStudyPeople } from '../../studies/queries/study-people'
import { textTable } from '../text-table'
import { personNamed } from './person-named'
import { print } from './terminal'

const wholeNumber = (text: string) => {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('It must be a whole number.')
  return value
}

const idsOf = (emails: string[]): Promise<string[]> => Promise.all(emails.map(personNamed))

async function add(study: string, emails: string[], { quota }: { quota?: number }) {
  const access = await requireOperatorStudy(study)
  const people = await idsOf(emails)
  await setStudyAnnotators(access, { set: people.map(userId => ({ userId, quota: quota ?? null })), remove: [] })
  console.error(`Added: ${emails.join(', ')}.`)
}

async function remove(study: string, emails: string[]) {
  const access = await requireOperatorStudy(study)
  await setStudyAnnotators(access, { set: [], remove: await idsOf(emails) })
  console.error(`Taken off: ${emails.join(', ')}. What they judged stays.`)
}

async function list(study: string) {
  const { members } = await getStudyPeople(await requireOperatorStudy(study))
  if (members.length === 0) return print('Nobody is in this study yet.')
  const rows = members.map(member => [
    member.email,
    member.name,
    member.quota === null ? '' : String(member.quota),
    String(member.judged),
  ])
  print(textTable(['E-mail', 'Name', 'Quota', 'Judged'], rows, [2, 3]))
}

/** `study people`, `study add`, `study remove`: who judges in a study. */
export function addStudyPeopleCommands(study: Command): void {
  study
    .command('people <study>')
    .description('Who judges in it')
    .addHelpText('after', '\nExample:\n  npm run -s assay -- study people chat-november')
    .action(list)

  study
    .command('add <study> <email...>')
    .description('Add annotators, or change their quota')
    .option('--quota <count>', 'most judgments of each; the protocol’s by default', wholeNumber)
    .addHelpText('after', '\nExample:\n  npm run assay -- study add chat-november li@example.org mo@example.org')
    .action(add)

  study
    .command('remove <study> <email...>')
    .description('Take annotators off; what they judged stays')
    .addHelpText('after', '\nExample:\n  npm run assay -- study remove chat-november li@example.org')
    .action(remove)
}
