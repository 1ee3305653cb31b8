import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

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
