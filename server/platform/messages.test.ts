import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compareMessages } from '../../scripts/compare-messages.mjs'
import { readCatalogue, translations } from '../../scripts/read-catalogues.mjs'
import { locales } from '../people/locale'

const folder = path.join(process.cwd(), 'messages', 'en')
const catalogues = readdirSync(folder).map(file => ({
  file,
  messages: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object,
}))

test('no namespace is in two catalogues: one would hide the other', () => {
  const namespaces = catalogues.flatMap(({ messages }) => Object.keys(messages))
  expect(namespaces.filter((name, index) => namespaces.indexOf(name) !== index)).toEqual([])
})

test('every catalogue is loaded and typed', () => {
  const typed = readFileSync('server/platform/messages.d.ts', 'utf8')
  const loaded = readFileSync('server/platform/i18n.ts', 'utf8')
  for (const { file } of catalogues) {
    expect(typed).toContain(`messages/en/${file}`)
    expect(loaded).toContain(`'${file.replace('.json', '')}'`)
  }
})

test('every language of the interface has a folder, and no other is there', () => {
  expect(['en', ...translations()].sort()).toEqual([...locales].sort())
})

// `npm run messages:missing` prints the same. A text without a translation is English on the page.
test.each(translations())('nothing is missing or wrong in the catalogues of %s', locale => {
  const problems = catalogues.flatMap(({ file }) =>
    compareMessages(readCatalogue('en', file), readCatalogue(locale, file), locale).map(
      problem => `${file}: ${problem}`,
    ),
  )
  expect(problems).toEqual([])
})

test('numbers are shown in styles that texts parsed by the build know', () => {
  const styles = catalogues.flatMap(({ file }) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/, (?:number|date|time), ([^}]+)\}/g)].map(
      found => found[1],
    ),
  )
  expect(styles.filter(style => !style?.startsWith('::') && style !== 'percent')).toEqual([])
})
