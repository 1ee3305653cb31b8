import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import messages from '../messages/en/judging.json'
import { keysOf, loadKeys } from './keys'
import { ruleOf } from './rules'
import { type Criterion, criterionSchema } from './schema'

const kinds = criterionSchema.options.map(option => option.shape.kind.value)
const entries: Record<string, { keys?: Record<string, string> }> = messages.judging.entries

describe('kinds of criteria', () => {
  it.each(kinds)('%s has a folder with all its parts', kind => {
    for (const file of ['schema.ts', 'rule.ts', 'entry.tsx', 'editor.tsx'])
      expect(existsSync(`criteria/${kind}/${file}`), `${kind}/${file}`).toBe(true)
    expect(ruleOf({ kind } as Criterion)).toBeDefined()
  })

  it.each(kinds)('%s: every key in the help has its words', async kind => {
    await loadKeys([kind])
    // A kind with keys of its own and no line in the register would never be asked.
    expect(keysOf(kind) !== null).toBe(existsSync(`criteria/${kind}/keys.ts`))
    for (const { name } of keysOf(kind)?.list ?? [])
      expect(entries[kind]?.keys?.[name], `${kind}.keys.${name}`).toBeTruthy()
  })
})
