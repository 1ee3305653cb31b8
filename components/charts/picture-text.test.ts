import { expect, test } from 'vitest'
import { fitText, textWidth, wrapText } from './picture-text'

test('wide signs take a whole em', () => {
  expect(textWidth('中文', 10)).toBe(20)
  expect(textWidth('ab', 10)).toBeCloseTo(10.8)
})

test('a text that fits is left alone, a longer one ends in an ellipsis and fits', () => {
  expect(fitText('GLM', 12, 100)).toBe('GLM')
  const cut = fitText('a very long name of a model', 12, 60)
  expect(cut).toMatch(/…$/)
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(60)
})

test('lines break between words, and lose nothing', () => {
  const text = 'Reconstructed scores, made up for this test.'
  const lines = wrapText(text, 12, 120)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join(' ')).toBe(text)
  for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120)
})

test('Chinese and words that are too long are broken inside', () => {
  expect(wrapText('重建的分数并非真实数据', 10, 50).join('')).toBe('重建的分数并非真实数据')
  for (const line of wrapText('a'.repeat(90), 10, 50)) expect(textWidth(line, 10)).toBeLessThanOrEqual(50)
  expect(wrapText('', 10, 50)).toEqual([])
})
