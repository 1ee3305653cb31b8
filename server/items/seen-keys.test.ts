import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './content-hash'
import { SeenKeys } from './seen-keys'

test('behaves as a map, however many keys there are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 300 }), pairs => {
      const seen = new SeenKeys(4)
      const model = new Map<string, { line: number; content: string }>()
      for (const [index, [key, content]] of pairs.entries()) {
        if (model.has(key)) continue
        model.set(key, { line: index + 1, content })
        const at = seen.add(sha256(key), index + 1, sha256(content))
        seen.setNote(at, 2, index)
      }
      expect(seen.size).toBe(model.size)
      expect([...seen.entries()]).toHaveLength(model.size)
      for (const [key, { line, content }] of model) {
        const at = seen.find(sha256(key))
        expect([seen.line(at), seen.note(at, 2)]).toEqual([line, line - 1])
        expect([seen.hasContent(at, sha256(content)), seen.hasContent(at, sha256(`${content}!`))]).toEqual([
          true,
          false,
        ])
      }
      expect(seen.find(sha256('not there, as no key is this long a sentence'))).toBe(-1)
    }),
  )
})
