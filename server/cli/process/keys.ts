import { type Command, InvalidArgumentError, Option } from 'commander'
import { createApiKey } from '../../people/commands/create-api-key'
import { revokeApiKey } from '../../people/commands/revoke-api-key'
import { requireOperator, requireOperatorStudy } from '../../people/queries'
import { listApiKeys } from '../../people/queries/list-api-keys'
import { createApiKeySchema } from '../../people/schema'
import { DomainError } from '../../platform/errors'
import { textTable } from '../text-table'
import { inputOf, print, printJson } from './terminal'

interface CreateOptions {
  name: string
  role: 'admin'
  scope: 'read' | 'write'
  study?: string
  days?: number
}

const wholeNumber = (text: string) => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return value
}

async function create({ name, scope, study, days }: CreateOptions) {
  const access = study === undefined ? null : await requireOperatorStudy(study)
  const input = inputOf(createApiKeySchema, {
    name,
    scopes: [scope.toUpperCase()],
    studyId: access?.studyId ?? null,
    validDays: days ?? null,
  })
  const { secret, prefix } = await createApiKey(requireOperator(), input)
  console.error(`Made "${name}" (${prefix}…). It cannot be shown again:`)
  print(secret)
}

async function list({ format }: { format: 'text' | 'json' }) {
  const keys = await listApiKeys(requireOperator())
  if (format === 'json') return printJson(keys)
  if (keys.length === 0) return print('There is no key yet.')
  const rows = keys.map(key => [
    key.prefix,
    key.name,
    key.scopes.join(' and ').toLowerCase(),
    key.studySlug ?? 'all',
    key.createdBy ?? 'operator',
    key.lastUsedAt?.toISOString() ?? 'never',
    key.state,
  ])
  print(textTable(['Key', 'Name', 'May', 'Study', 'Of', 'Last used', 'State'], rows))
}

async function revoke(key: string) {
  const admin = requireOperator()
  const found = (await listApiKeys(admin)).filter(one => one.id === key || one.prefix === key)
  const [only] = found
  if (!only) throw new DomainError('not_found', `There is no key "${key}". "assay key list" shows them all.`)
  if (found.length > 1)
    throw new DomainError('conflict', `Several keys begin with ${key}: ${found.map(one => one.id).join(', ')}.`)
  await revokeApiKey(admin, only.id)
  console.error(`Revoked "${only.name}".`)
}

/** `key …`: keys of the public API. */
export function addKeyCommands(program: Command): void {
  const key = program.command('key').description('Make, list and revoke keys of the public API (docs/api.md)')

  key
    .command('create')
    .description('Make a key and print it, once')
    .addOption(new Option('--role <role>', 'what it may do: all that an admin may').choices(['admin']).default('admin'))
    .option('--name <name>', 'what it is for', 'Command line')
    .option('--study <study>', 'the only study that it reaches; all by default')
    .addOption(new Option('--scope <scope>', 'read, or read and write').choices(['read', 'write']).default('write'))
    .option('--days <count>', 'how long it is good; until it is revoked by default', wholeNumber)
    .addHelpText(
      'after',
      `
Examples:
  export ASSAY_KEY=$(npm run -s assay -- key create --role admin --name "Nightly import")
  npm run -s assay -- key create --role admin --name Dashboard --study chat-november --scope read --days 90`,
    )
    .action(create)

  key
    .command('list')
    .description('All keys, the newest first')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  npm run -s assay -- key list')
    .action(list)

  key
    .command('revoke <key>')
    .description('Make a key worthless from its next request on, by its beginning ("assay_3fGh81") or id')
    .addHelpText('after', '\nExample:\n  npm run assay -- key revoke assay_3fGh81')
    .action(revoke)
}
