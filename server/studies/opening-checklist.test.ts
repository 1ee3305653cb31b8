import { describe, expect, it } from 'vitest'
import { type OpeningFacts, openingChecklist } from './opening-checklist'
import { presetProtocol } from './presets'
import type { Protocol } from './schema'
import { studyEffort } from './study-effort'

const protocol = presetProtocol('general-chat')
const person = (userId: string, tag: string) => ({
  userId,
  languages: [{ tag, proficiency: 'NATIVE' as const }],
  expertise: [],
  quota: null,
})
const facts = (over: Partial<OpeningFacts> = {}): OpeningFacts => ({
  groups: [{ language: 'en', category: 'math', items: 100, units: 100 }],
  people: [person('a', 'en'), person('b', 'en')],
  modelCount: 3,
  missingResponses: 0,
  itemsWithoutSlots: 0,
  itemsWithOneSlot: 0,
  itemsWithTooManySlots: 0,
  itemsWithoutReference: 0,
  itemsWithoutRubric: 0,
  unshownPairs: { count: 0, items: [] },
  itemsWithoutSource: { count: 0, items: [] },
  importsRunning: 0,
  importsWaiting: 0,
  openInvitations: 0,
  goldItems: new Map([['en', 12]]),
  uselessChecks: [],
  volumes: [{ language: 'en', charactersPerItem: 6580, promptCharactersPerItem: 580, slotsPerItem: 3 }],
  ...over,
})
const severities = (over: Partial<OpeningFacts>, changed = protocol) =>
  Object.fromEntries(openingChecklist(facts(over), changed).map(check => [check.id, check.severity]))

describe('opening checklist', () => {
  it('has nothing against a study that is ready', () => {
    expect(new Set(Object.values(severities({})))).toEqual(new Set(['fine']))
  })

  it('counts pairs where two are compared, and says how many items have none', () => {
    const pairs = { ...protocol, comparison: { show: 'pairs', design: 'every-pair', pairsPerItem: null } as const }
    const groups = [{ language: 'en', category: null, items: 10, units: 27 }]
    const found = severities({ groups, itemsWithOneSlot: 1, itemsWithTooManySlots: 1 }, pairs)
    expect(found).toMatchObject({ pairs: 'fine', unpaired: 'warning' })
    expect(found['too-many-slots']).toBeUndefined()
    expect(severities({ groups: [{ language: 'en', category: null, items: 10, units: 0 }] }, pairs).pairs).toBe(
      'blocking',
    )
    const effort = studyEffort(facts({ groups }), { ...pairs, overlap: { ...protocol.overlap, share: 0 } })
    expect(effort.judgments).toBe(27)
  })

  it('warns where there are fewer gold items than everybody is to get', () => {
    expect(severities({ goldItems: new Map([['en', 11]]) }).gold).toBe('warning')
    expect(severities({ goldItems: new Map() }).gold).toBe('warning')
    const none = {
      ...protocol,
      quality: { ...protocol.quality, gold: { ...protocol.quality.gold, minimumPerAnnotator: 0 } },
    }
    expect(severities({ goldItems: new Map() }, none).gold).toBeUndefined()
  })

  it('says when there is less than an even chance to find anything', () => {
    const of = (items: number, units: number) => ({ groups: [{ language: 'en', category: null, items, units }] })
    const power = (over: Partial<OpeningFacts>, changed = protocol) =>
      openingChecklist(facts(over), changed).find(({ id }) => id === 'power')
    expect(power(of(52, 52))).toMatchObject({
      severity: 'warning',
      page: 'planning',
      values: { items: 52, difference: 0.5 },
    })
    expect(power(of(200, 200))?.severity).toBe('fine')
    // Three pairs of models share the units: 52 comparisons each, of which 40 % are won and 30 % lost.
    const pairs = presetProtocol('preference')
    expect(power(of(52, 156), pairs)?.values).toMatchObject({
      items: 52,
      kind: 'outcomes',
      power: expect.closeTo(0.103, 3),
    })
    expect(power({ ...of(52, 52), modelCount: 1 })).toBeUndefined()
  })

  it('names items whose known answers tell nothing', () => {
    const ids = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6']
    const found = openingChecklist(facts({ uselessChecks: ids }), protocol).find(({ id }) => id === 'known-answers')
    expect(found).toMatchObject({ severity: 'warning', values: { count: 6, items: 'g1, g2, g3, g4, g5 …' } })
  })

  it('names items with pairs that cannot be shown, where two are compared, and items without a source language', () => {
    const pairs = { ...protocol, comparison: { show: 'pairs', design: 'every-pair', pairsPerItem: null } as const }
    const over = { unshownPairs: { count: 3, items: ['a', 'b'] }, itemsWithoutSource: { count: 1, items: ['c'] } }
    const found = new Map(openingChecklist(facts(over), pairs).map(check => [check.id, check]))
    expect(found.get('fixed-pairs')).toMatchObject({ severity: 'warning', values: { count: 3, items: 'a, b' } })
    expect(found.get('source-languages')).toMatchObject({ severity: 'warning', values: { count: 1, items: 'c' } })
    expect(severities(over)['fixed-pairs']).toBeUndefined()
    expect(severities({}, pairs)).not.toHaveProperty('fixed-pairs')
    expect(severities({})).not.toHaveProperty('source-languages')
  })

  it('asks for rubrics where points are judged by them, and for words where there is a scale', () => {
    const rubric = presetProtocol('expert-rubric')
    expect(severities({ itemsWithoutRubric: 2 }, rubric)).toMatchObject({ rubrics: 'blocking' })
    const both = { ...rubric, criteria: [...rubric.criteria, ...protocol.criteria] }
    expect(severities({ itemsWithoutRubric: 2 }, both)).toMatchObject({ rubrics: 'warning' })
    expect(severities({}, rubric).rubrics).toBeUndefined()
    expect(severities({ itemsWithoutRubric: 2 }).rubrics).toBeUndefined()
    expect(severities({}, rubric).anchors).toBeUndefined()
  })

  it('asks for items before it asks about them', () => {
    const found = severities({ groups: [], modelCount: 0 })
    expect(found.items).toBe('blocking')
    expect(found.responses).toBeUndefined()
  })

  it('lets a missing response pass unless complete blocks are asked for', () => {
    expect(severities({ missingResponses: 2 }).responses).toBe('warning')
    expect(severities({ missingResponses: 2 }, { ...protocol, completeBlocks: true }).responses).toBe('blocking')
  })

  it.each(['itemsWithoutSlots', 'itemsWithTooManySlots', 'importsRunning'] as const)('is blocked by %s', fact => {
    expect(Object.values(severities({ [fact]: 1 }))).toContain('blocking')
  })

  it('needs somebody, or somebody who was invited', () => {
    expect(severities({ people: [] }).people).toBe('blocking')
    expect(severities({ people: [], openInvitations: 1 }).people).toBe('warning')
  })

  it('names the languages that too few people match', () => {
    const groups = [
      { language: 'en', category: null, items: 10, units: 10 },
      { language: 'zh-Hans', category: 'math', items: 4, units: 4 },
    ]
    const check = openingChecklist(facts({ groups }), protocol).find(({ id }) => id === 'matching')
    expect(check).toMatchObject({ severity: 'warning', values: { count: 4, languages: 'zh-Hans' } })
    expect(check?.lines).toEqual([{ language: 'zh-Hans', category: 'math', count: 4, have: 0, need: 1 }])
  })

  it('sums up a language whose categories are alike', () => {
    const groups = ['math', 'code', null].map(category => ({ language: 'ar', category, items: 2, units: 2 }))
    const check = openingChecklist(facts({ groups }), protocol).find(({ id }) => id === 'matching')
    expect(check?.lines).toEqual([{ language: 'ar', category: null, count: 6, have: 0, need: 1 }])
  })

  it('tells an overlap without a second annotator from items without any', () => {
    const found = severities({ people: [person('a', 'en')] })
    expect(found.matching).toBe('fine')
    expect(found['overlap-matching']).toBe('warning')
  })

  it('sees quotas that do not cover the work', () => {
    expect(severities({}, { ...protocol, quotaPerAnnotator: 50 }).capacity).toBe('warning')
    expect(severities({}, { ...protocol, quotaPerLanguage: { en: 0 } }).matching).toBe('warning')
  })

  it('puts what blocks first', () => {
    const [first] = openingChecklist(facts({ people: [], missingResponses: 1 }), protocol)
    expect(first?.severity).toBe('blocking')
  })
})

describe('study effort', () => {
  it('reads the source of a translation at its own speed', () => {
    const groups = [{ language: 'en>zh-Hans', category: null, items: 60, units: 60 }]
    // Judging speeds: 987 / 1.5 = 658 English and 255 / 1.5 = 170 Chinese characters a minute.
    // 1316 / 658 + 510 / 170 + 3 × 20 s = 2 + 3 + 1 = 6 minutes.
    const volumes = [
      { language: 'en>zh-Hans', charactersPerItem: 1826, promptCharactersPerItem: 1316, slotsPerItem: 3 },
    ]
    const once = { ...protocol, annotatorsPerItem: 1, overlap: { ...protocol.overlap, share: 0 } }
    const effort = studyEffort(facts({ groups, volumes }), once)
    expect(effort.languages).toMatchObject([
      { judgments: 60, sourceCharactersPerMinute: 658, charactersPerMinute: 170, hours: 6 },
    ])
    expect(studyEffort(facts(), protocol).languages[0]?.sourceCharactersPerMinute).toBeNull()
  })

  it('reads at two thirds of the measured speed and counts the overlap', () => {
    const effort = studyEffort(facts(), protocol)
    // 100 items + 30 of the overlap; 6580 characters at 658 a minute + 3 × 20 s = 11 minutes each.
    expect(effort.judgments).toBe(130)
    expect(effort.hours).toBeCloseTo((130 * 11) / 60, 6)
    expect(effort.hoursPerPerson).toBeCloseTo(effort.hours / 2, 6)
  })

  it('ends with an adaptive budget, where there is one and pairs are shown', () => {
    const adaptive = { budget: 39, floorPerPair: 1 }
    expect(studyEffort(facts(), { ...protocol, adaptive }).judgments).toBe(130)
    const pairs: Protocol = { ...protocol, comparison: { show: 'pairs', design: 'every-pair', pairsPerItem: null } }
    const whole = studyEffort(facts(), pairs)
    expect(studyEffort(facts(), { ...pairs, adaptive }).judgments).toBe(39)
    expect(studyEffort(facts(), { ...pairs, adaptive }).hours).toBeCloseTo((whole.hours * 39) / whole.judgments, 6)
    expect(studyEffort(facts(), { ...pairs, adaptive: { ...adaptive, budget: 100_000 } })).toEqual(whole)
  })

  it('says nothing per person when there is nobody', () => {
    expect(studyEffort(facts({ people: [] }), protocol).hoursPerPerson).toBeNull()
  })
})
