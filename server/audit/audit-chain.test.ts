import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainEntry, entryHash, verifyAuditChain } from './audit-chain'
import { canonicalJson } from './canonical-json'

function chain(details: string[]): ChainEntry[] {
  let previous: Uint8Array = new Uint8Array(32)
  return details.map((detail, index) => {
    const seq = BigInt(index + 1)
    const columns = { at: new Date(1_700_000_000_000 + index), actorId: null, action: 'test.done', studyId: null }
    const body = canonicalJson({ ...columns, at: columns.at.toISOString(), detail })
    const hash = entryHash(previous, seq, body)
    const entry = { seq, ...columns, body, prevHash: previous, hash }
    previous = hash
    return entry
  })
}

const trails = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 12 }).map(chain)

describe('audit chain', () => {
  it('is whole as it was written', () => {
    fc.assert(
      fc.property(trails, entries => {
        expect(verifyAuditChain(entries)).toMatchObject({ isWhole: true, entries: entries.length })
      }),
    )
    expect(verifyAuditChain([])).toEqual({ isWhole: true, entries: 0, headHash: null })
  })

  it('shows any change, and where', () => {
    const changes: ((entry: ChainEntry) => ChainEntry)[] = [
      entry => ({ ...entry, body: `${entry.body} ` }),
      entry => ({ ...entry, action: 'test.undone' }),
      entry => ({ ...entry, at: new Date(0) }),
      entry => ({ ...entry, actorId: 'somebody' }),
      entry => ({ ...entry, hash: new Uint8Array(32) }),
      entry => ({ ...entry, prevHash: new Uint8Array(32).fill(1) }),
    ]
    fc.assert(
      fc.property(trails, fc.nat(), fc.constantFrom(...changes), (entries, at, change) => {
        const index = at % entries.length
        const tampered = entries.map((entry, position) => (position === index ? change(entry) : entry))
        expect(verifyAuditChain(tampered)).toMatchObject({ isWhole: false, brokenAt: String(index + 1) })
      }),
    )
  })

  it('shows an entry that was taken out, or put in twice', () => {
    fc.assert(
      fc.property(trails, fc.nat(), (entries, at) => {
        const index = at % entries.length
        const without = entries.filter((_, position) => position !== index)
        // Cut off at the end, a chain is a shorter chain: only the noted newest hash tells.
        expect(verifyAuditChain(without).isWhole).toBe(index === entries.length - 1)
        expect(verifyAuditChain([...entries.slice(0, index + 1), ...entries.slice(index)]).isWhole).toBe(false)
      }),
    )
  })
})
