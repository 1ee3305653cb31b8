import { expect, test } from '@playwright/test'
import { bytesAsText, makeSecretFinder } from './secret-forms'

// The net is only as good as its eyes: every way in which a value may be written is seen, and its absence, too.
const secrets = [
  { label: 'name', value: 'Kestrel “κ” <q5d3c9a7e> & "Söhne"' },
  { label: 'id', value: '3f2b1c9e-8d47-4a6b-9c0d-5e1f2a3b4c5d' },
  { label: 'number', value: '734512908' },
]
const finder = makeSecretFinder(secrets)
const labelsIn = (text: string) => finder.find(bytesAsText(text)).map(secret => secret.label)
const [name, id, number] = secrets.map(secret => secret.value) as [string, string, string]
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')

const ways: [string, string, string][] = [
  ['as it is', 'name', `before ${name} after`],
  ['in capitals', 'id', id.toUpperCase()],
  ['in JSON', 'name', JSON.stringify({ model: name })],
  ['in JSON in a script', 'name', JSON.stringify([1, JSON.stringify({ model: name })])],
  ['in an address', 'name', `/x?model=${encodeURIComponent(name)}`],
  ['in HTML', 'name', '<p title="Kestrel “κ” &lt;q5d3c9a7e&gt; &amp; &quot;Söhne&quot;">'],
  ['in base64', 'name', base64(name)],
  ['in base64, one byte later', 'name', base64(`x${name}y`)],
  ['in base64, two bytes later', 'name', base64(`xx${name}yy`)],
  ['in base64 of JSON', 'id', base64(JSON.stringify({ id }))],
  ['as bytes in hex', 'name', Buffer.from(name).toString('hex')],
  ['without hyphens', 'id', id.replaceAll('-', '')],
  ['as bytes in base64', 'id', base64(Buffer.from(id.replaceAll('-', ''), 'hex'))],
  ['in groups of digits', 'number', '734,512,908 tokens'],
  ['as a fraction', 'number', '0.734512908'],
  ['in hex', 'number', Number(number).toString(16)],
]
for (const [way, label, text] of ways)
  test(`a secret is seen ${way}`, () => {
    expect(labelsIn(text)).toEqual([label])
  })

test('what is no secret is not one', () => {
  expect(labelsIn(`${id.replace('3f', '4f')} 734512907 Kestrel ${name.slice(0, -1)}`)).toEqual([])
})
