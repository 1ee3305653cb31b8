import { type Command, InvalidArgumentError, Option } from 'commander'
import { createUser } from '../../people/commands/create-user'
import { makeFirstAdminLink } from '../../people/commands/make-first-admin-link'
import { makePasswordResetLink } from '../../people/commands/make-password-reset-link'
import { setDisabled } from '../../people/commands/set-access'
import { requireOperator } from '../../people/queries'
import { listPeople } from '../../people/queries/list-people'
import { createUserSchema, type PersonLanguage, proficiencies } from '../../people/schema'
import { textTable } from '../text-table'
import { personNamed } from './person-named'
import { inputOf, print, printJson, readStandardInput } from './terminal'

interface CreateOptions {
  email: string
  name: string
  role: 'admin' | 'annotator'
  language: { tag: string; proficiency: string }[]
  expertise: string[]
  passwordStdin: boolean
}

/** "zh-Hans:native" → tag and proficiency; fluent when none is named. */
function collectLanguage(text: string, before: { tag: string; proficiency: string }[]) {
  const [tag = '', level = 'fluent'] = text.split(':')
  const proficiency = level.toUpperCase()
  if (!proficiencies.includes(proficiency as PersonLanguage['proficiency']))
    throw new InvalidArgumentError(`The proficiency must be ${proficiencies.join(', ').toLowerCase()}.`)
  return [...before, { tag, proficiency }]
}

async function create(options: CreateOptions) {
  const password = options.passwordStdin ? (await readStandardInput()).replace(/\r?\n$/, '') : null
  const input = inputOf(createUserSchema, {
    email: options.email,
    name: options.name,
    role: options.role.toUpperCase(),
    password,
    languages: options.language,
    expertise: options.expertise,
  })
  const admin = requireOperator()
  const userId = await createUser(admin, input)
  console.error(`Created ${input.email} (${options.role}).`)
  if (password !== null) return
  const { link, expiresAt } = await makePasswordResetLink(admin, { userId })
  console.error(`Open this link once to set a password, until ${expiresAt.toISOString()}:`)
  print(link)
}

async function list(options: { format: 'text' | 'json' }) {
  const people = await listPeople(requireOperator())
  if (options.format === 'json') return printJson(people)
  const rows = people.map(person => [
    person.email,
    person.name,
    person.role.toLowerCase(),
    person.isDisabled ? 'disabled' : '',
    person.languages.map(language => language.tag).join(' '),
  ])
  print(textTable(['E-mail', 'Name', 'Role', 'State', 'Languages'], rows))
}

async function disable(email: string, options: { undo: boolean }) {
  await setDisabled(requireOperator(), await personNamed(email), !options.undo)
  console.error(options.undo ? 'Enabled: they can sign in again.' : 'Disabled: they are out at their next request.')
}

async function resetLink(email: string) {
  const { link, expiresAt } = await makePasswordResetLink(requireOperator(), { userId: await personNamed(email) })
  console.error(`Good once, until ${expiresAt.toISOString()}:`)
  print(link)
}

async function setupLink(options: { quiet: boolean }) {
  const link = await makeFirstAdminLink()
  if (link) print(link)
  else if (!options.quiet)
    console.error('There are people already: nothing to set up. "assay user create" makes another admin.')
}

/** `user …` and `setup-link`. */
export function addPeopleCommands(program: Command): void {
  const user = program.command('user').description('Create, list and disable people')

  user
    .command('create')
    .description('Create an account; without a password, print a link that sets one')
    .requiredOption('--email <email>', 'sign-in name')
    .requiredOption('--name <name>', "the person's name")
    .addOption(new Option('--role <role>', 'what they may do').choices(['admin', 'annotator']).default('annotator'))
    .option('--language <tag[:level]>', 'a language and how well it is known; may be repeated', collectLanguage, [])
    .option(
      '--expertise <code>',
      'code of a category; may be repeated',
      (code: string, before: string[]) => [...before, code],
      [],
    )
    .option('--password-stdin', 'read the password from standard input', false)
    .addHelpText(
      'after',
      `
Levels: basic, intermediate, fluent, native.

Examples:
  npm run assay -- user create --email ada@example.org --name "Ada" --role admin
  npm run assay -- user create --email li@example.org --name "Li" --language zh:native --language en:fluent`,
    )
    .action(create)

  user
    .command('list')
    .description('Everybody, by name')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  npm run -s assay -- user list --format json')
    .action(list)

  user
    .command('disable <email>')
    .description('Shut somebody out from their next request on; what they judged stays')
    .option('--undo', 'let them back in', false)
    .addHelpText('after', '\nExample:\n  npm run assay -- user disable li@example.org')
    .action(disable)

  user
    .command('reset-link <email>')
    .description('Print a one-time link that sets a new password')
    .addHelpText('after', '\nExample:\n  npm run -s assay -- user reset-link li@example.org')
    .action(resetLink)

  program
    .command('setup-link')
    .description('Print the one-time link that makes the first admin; nothing when there is anybody already')
    .option('--quiet', 'say nothing when there is nothing to set up', false)
    .addHelpText('after', '\nExample:\n  npm run -s assay -- setup-link')
    .action(setupLink)
}
