import { expect, test } from 'vitest'
import { splitFormulas } from './split-formulas'

test('formulas are told from the words around them', () => {
  expect(splitFormulas('States $2n + 1$ and \\(x^2\\).')).toEqual([
    { text: 'States ' },
    { formula: '2n + 1' },
    { text: ' and ' },
    { formula: 'x^2' },
    { text: '.' },
  ])
  expect(splitFormulas('$$E = mc^2$$')).toEqual([{ formula: 'E = mc^2' }])
  expect(splitFormulas('说明 $a \\ge b$')).toEqual([{ text: '说明 ' }, { formula: 'a \\ge b' }])
})

test.each(['Costs $5 and $10', 'Names **two** reasons', '1. First, \\[link\\]', 'A lone $ sign', ''])(
  '%j is left as it is',
  line => {
    expect(splitFormulas(line)).toEqual(line === '' ? [] : [{ text: line }])
  },
)
