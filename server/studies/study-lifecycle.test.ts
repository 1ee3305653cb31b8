import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedActs, nextState, refusalText, refuseAct, type StudyCondition, studyActs } from './study-lifecycle'

const condition = (over: Partial<StudyCondition> = {}): StudyCondition => ({
  state: 'DRAFT',
  isArchived: false,
  isUnblinded: false,
  isBlind: true,
  hasOnlyRecordedJudgments: false,
  ...over,
})

const conditions: fc.Arbitrary<StudyCondition> = fc.record({
  state: fc.constantFrom('DRAFT', 'OPEN', 'PAUSED', 'CLOSED'),
  isArchived: fc.boolean(),
  isUnblinded: fc.boolean(),
  isBlind: fc.boolean(),
  hasOnlyRecordedJudgments: fc.boolean(),
})

describe('study lifecycle', () => {
  it.each([
    ['DRAFT', ['edit-protocol', 'open', 'change-people', 'archive']],
    ['OPEN', ['pause', 'close', 'change-people']],
    ['PAUSED', ['resume', 'close', 'change-people']],
    ['CLOSED', ['extend', 'unblind', 'archive']],
  ] as const)('%s allows %j', (state, acts) => expect(allowedActs(condition({ state }))).toEqual(acts))

  it('closes a draft only when all its judgments are recorded ones', () => {
    expect(refuseAct(condition(), 'close')).toBe('not-opened')
    expect(refuseAct(condition({ hasOnlyRecordedJudgments: true }), 'close')).toBeNull()
  })

  it('extends a study that people judged', () => {
    expect(refuseAct(condition({ state: 'CLOSED', hasOnlyRecordedJudgments: true }), 'extend')).toBe('only-recorded')
    expect(refuseAct(condition({ state: 'OPEN' }), 'extend')).toBe('not-closed-yet')
  })

  it('unblinds a blind, closed study, once', () => {
    expect(refuseAct(condition({ state: 'OPEN' }), 'unblind')).toBe('not-closed')
    expect(refuseAct(condition({ state: 'CLOSED', isBlind: false }), 'unblind')).toBe('not-blind')
    expect(refuseAct(condition({ state: 'CLOSED', isUnblinded: true }), 'unblind')).toBe('already-unblinded')
  })

  it('leads out of closed only to be extended, and never back to draft', () => {
    fc.assert(
      fc.property(conditions, fc.constantFrom(...studyActs), (study, act) => {
        const refusal = refuseAct(study, act)
        const next = nextState[act]
        if (refusal) expect(refusalText(refusal)).toMatch(/\.$/)
        else if (next) {
          if (act !== 'extend') expect(study.state).not.toBe('CLOSED')
          expect(next).not.toBe('DRAFT')
          expect(next).not.toBe(study.state)
        }
      }),
    )
  })

  it('lets nothing happen to an archived study but its return', () => {
    fc.assert(
      fc.property(conditions, study => {
        expect(allowedActs({ ...study, isArchived: true })).toEqual(['restore'])
      }),
    )
  })
})
