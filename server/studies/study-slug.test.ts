import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify, uniqueSlug } from './study-slug'

describe('slugify', () => {
  it.each([
    ['General chat, July (zh)', 'general-chat-july-zh'],
    ['  Éclair & Naïveté  ', 'eclair-naivete'],
    ['通用对话 0–10', '0-10'],
    ['通用对话', 'study'],
    ['!!!', 'study'],
    ['', 'study'],
  ])('%s → %s', (name, slug) => expect(slugify(name)).toBe(slug))

  it('is stable, and has no edge hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        const slug = slugify(name)
        expect(slug).not.toMatch(/^-|-$|--|\s|[A-Z/?#%]/)
        expect(slug.length).toBeGreaterThan(0)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})

describe('uniqueSlug', () => {
  it('counts on from two', () => {
    expect(uniqueSlug('Chat', new Set())).toBe('chat')
    expect(uniqueSlug('Chat', new Set(['chat', 'chat-2']))).toBe('chat-3')
  })

  it('is never the name of a page or an id', () => {
    expect(uniqueSlug('New', new Set())).toBe('new-2')
    const id = '7f0c7f2e-28d5-4f7e-9a52-5f0f5f4a1b11'
    expect(uniqueSlug(id, new Set())).toBe(`${id}-2`)
  })

  it('is never taken', () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.nat(20)), (name, numbers) => {
        const taken = new Set([slugify(name), ...numbers.map(number => `${slugify(name)}-${number}`)])
        expect(taken.has(uniqueSlug(name, taken))).toBe(false)
      }),
    )
  })
})
