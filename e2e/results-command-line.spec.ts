import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { assay } from './fixtures/command-line'

const scores = [
  'language,category,prompt_id,model,score',
  'en,Math,m1,First,8',
  'en,Math,m1,Second,9',
  'en,Math,m2,First,8.5',
  'en,Math,m2,Second,',
  'zh,Text Proc.,t1,First,7',
  'zh,Text Proc.,t1,Second,7',
  '',
].join('\n')

test('from nothing to the tables, by command line alone', async () => {
  const slug = `recorded-${randomBytes(4).toString('hex')}`
  const file = test.info().outputPath('scores.csv')
  writeFileSync(file, scores)

  const created = await assay(
    'study',
    'create',
    '--preset',
    'general-chat',
    '--name',
    'Recorded scores',
    '--slug',
    slug,
  )
  expect(created).toEqual({ code: 0, stdout: `${slug}\n`, stderr: '' })

  const offScale = await assay('import-judgments', file, '--study', slug)
  expect(offScale.code).toBe(1)
  expect(offScale.stderr).toContain('line 4, score "8.5"')
  expect(offScale.stderr).toContain('--step 0.5')

  const order = ['import-judgments', file, '--study', slug, '--create-missing']
  const imported = await assay(...order)
  expect(imported.stderr).toContain('3 judgments with 5 scores imported')
  expect(imported.stderr).toContain("The scale's step is 0.5 now")
  expect((await assay(...order)).stderr).toContain('0 judgments with 0 scores imported, 3 there already')

  const sealed = await assay('results', slug, '--table', 'scores', '--format', 'csv')
  expect(sealed).toMatchObject({ code: 1, stdout: '' })
  expect(sealed.stderr).toContain('withheld')
  expect(await assay('export', slug)).toMatchObject({ code: 1, stdout: '' })

  expect((await assay('study', 'close', slug)).code).toBe(0)
  expect((await assay('study', 'unblind', slug, '--reason', 'short')).code).toBe(2)
  expect((await assay('study', 'unblind', slug, '--reason', 'Nothing is left to judge')).code).toBe(0)

  const table = await assay('results', slug, '--table', 'scores', '--format', 'csv')
  expect(table.stdout).toMatch(/^language,category,model,n,mean,display,lower,upper\n/)
  const shown = table.stdout.split('\n').map(line => line.split(',').slice(0, 6).join(','))
  expect(shown).toEqual([
    'language,category,model,n,mean,display',
    'en,(all),First,2,8.25,8.25',
    'en,(all),Second,1,9,9.00',
    'en,Math,First,2,8.25,8.25',
    'en,Math,Second,1,9,9.00',
    'zh,(all),First,1,7,7.00',
    'zh,(all),Second,1,7,7.00',
    'zh,Text Proc.,First,1,7,7.00',
    'zh,Text Proc.,Second,1,7,7.00',
    '(all),(all),First,3,7.833333333333,7.83',
    '(all),(all),Second,2,8,8.00',
    '(all),Math,First,2,8.25,8.25',
    '(all),Math,Second,1,9,9.00',
    '(all),Text Proc.,First,1,7,7.00',
    '(all),Text Proc.,Second,1,7,7.00',
    '',
  ])
  const json = JSON.parse((await assay('results', slug, '--format', 'json')).stdout)
  expect(json.cells[0]).toMatchObject({
    language: 'en',
    category: '(all)',
    model: 'First',
    n: 2,
    mean: 8.25,
    display: '8.25',
  })
  const long = (await assay('export', slug, '--table', 'judgments')).stdout.trim().split('\n')
  expect(long).toHaveLength(6)
})

test('a study is named by slug, id or a name that only one has', async () => {
  const name = `Twins ${randomBytes(4).toString('hex')}`
  const create = async () => (await assay('study', 'create', '--preset', 'general-chat', '--name', name)).stdout.trim()
  const first = await create()
  expect((await assay('study', 'show', name.toUpperCase())).stdout).toContain(first)
  const second = await create()
  const ambiguous = await assay('study', 'show', name)
  expect(ambiguous.code).toBe(1)
  expect(ambiguous.stderr).toContain(first)
  expect(ambiguous.stderr).toContain(second)
  const { id } = JSON.parse((await assay('study', 'show', second, '--format', 'json')).stdout)
  expect((await assay('study', 'show', id)).stdout).toContain(second)
  expect((await assay('study', 'show', 'no-such-study')).stderr).toContain('There is no study "no-such-study"')
})

test('items are checked, imported, and not imported twice', async () => {
  const slug = `items-${randomBytes(4).toString('hex')}`
  await assay('study', 'create', '--preset', 'general-chat', '--name', 'Imported items', '--slug', slug)
  const items = readFileSync('prisma/demo/items.jsonl', 'utf8')
  const file = test.info().outputPath('items.jsonl')
  writeFileSync(file, items)
  const checked = await assay('import', file, '--study', slug, '--dry-run')
  expect(checked).toMatchObject({ code: 0, stdout: '' })
  expect(checked.stderr).toContain('Checked, nothing was written: 30 lines, 30 new items')
  expect((await assay('import', file, '--study', slug)).stderr).toContain('30 new items, 90 new responses')
  expect((await assay('import', file, '--study', slug)).stderr).toContain('0 new items, 0 new responses')

  writeFileSync(file, `${items}{"id": \n`)
  const refused = await assay('import', file, '--study', slug)
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('line 31')
})

test('people are created, found, disabled and given links', async () => {
  const email = `person-${randomBytes(4).toString('hex')}@example.org`
  const created = await assay('user', 'create', '--email', email, '--name', 'A person', '--language', 'zh:native')
  expect(created.code).toBe(0)
  expect(created.stdout).toMatch(/^https?:\/\/\S+\/reset\/\S+\n$/)
  expect((await assay('user', 'create', '--email', email, '--name', 'Again')).code).toBe(1)
  expect((await assay('user', 'create', '--email', 'nonsense', '--name', 'X')).stderr).toContain('e-mail address')
  expect((await assay('user', 'disable', email)).code).toBe(0)
  const people = JSON.parse((await assay('user', 'list', '--format', 'json')).stdout)
  expect(people.find((person: { email: string }) => person.email === email)).toMatchObject({ isDisabled: true })
  // The application under test has people: there is no first admin to make.
  expect(await assay('setup-link')).toMatchObject({ code: 0, stdout: '' })
})

test('help is everywhere, and what is not understood is said', async () => {
  const commands = [
    [],
    ['study'],
    ...['create', 'list', 'show', 'open', 'pause', 'resume', 'close', 'unblind'].map(name => ['study', name]),
    ['import'],
    ['import-judgments'],
    ['results'],
    ['export'],
    ['user'],
    ...['create', 'list', 'disable', 'reset-link'].map(name => ['user', name]),
    ['setup-link'],
  ]
  for (const command of commands) {
    const { code, stdout } = await assay(...command, '--help')
    expect(code, command.join(' ')).toBe(0)
    if (command.length !== 1 || !['study', 'user'].includes(command[0] ?? ''))
      expect(stdout, command.join(' ')).toContain('Example')
  }
  expect(await assay('nonsense')).toMatchObject({ code: 2, stdout: '' })
  expect((await assay('study', 'create', '--preset', 'nonsense', '--name', 'A name')).code).toBe(2)
})
