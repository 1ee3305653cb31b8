import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presetProtocol } from '../../studies/presets'
import { emptyDatasheet } from '../schema'
import type { BundleFacts } from './bundle-facts'
import { datasetCard, sizeCategory } from './dataset-card'
import { xml } from './figure-frame'
import { hedsText } from './heds-text'
import { meanFigure } from './mean-figure'
import { methodsText } from './methods-text'
import { reproduceScript } from './reproduce-script'

const facts = (changes: Partial<BundleFacts> = {}): BundleFacts => ({
  slug: 'chat',
  name: 'A study',
  disclosure: '',
  methodVersion: '1.0.0',
  protocolVersion: 1,
  protocol: presetProtocol('general-chat'),
  filter: { judgments: 'original', without: [] },
  models: [{ name: 'Larch', responses: 2, refused: 0, truncated: 0, failed: 1, notCollected: 0 }],
  modelCount: 1,
  items: [{ language: 'zh>en', category: null, items: 2, referenced: 1, withoutText: 0 }],
  annotators: [{ annotator: 'annotator-1', judgments: 2, medianSeconds: 41.5, languages: 'en native', expertise: [] }],
  judgments: {
    live: 2,
    recorded: 0,
    repeats: 0,
    adjudications: 0,
    ofKnownItems: 0,
    passedKnownItems: 0,
    tooFast: 0,
    straightLined: 0,
    skipped: 0,
    flags: 0,
    first: '2026-03-01',
    last: '2026-03-02',
  },
  exclusions: [],
  agreement: [],
  isClustered: false,
  datasheet: emptyDatasheet,
  ...changes,
})

/** What is left open at the end of an R script, reading past strings and comments. */
function openBrackets(script: string): string[] {
  const bare = script.replace(/"(?:[^"\\]|\\.)*"|#[^\n]*/g, '')
  const open: string[] = []
  for (const mark of bare.match(/[()[\]{}]/g) ?? []) {
    if ('([{'.includes(mark)) open.push(mark)
    else if (open.pop() !== { ')': '(', ']': '[', '}': '{' }[mark]) return [mark]
  }
  return open
}

describe('reproduce.R', () => {
  it('is closed in itself, whatever the study is called', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'"\'\\\n#(){}') }))
    fc.assert(
      fc.property(name, text => {
        const protocol = presetProtocol('general-chat')
        const criteria = protocol.criteria.map(one => ({ ...one, label: text || 'x' }))
        const script = reproduceScript(facts({ name: text, protocol: { ...protocol, criteria } })) ?? ''
        expect(openBrackets(script)).toEqual([])
        expect(script.split('\n').filter(line => line.startsWith('scale_name <- '))).toHaveLength(1)
      }),
    )
  })

  it('knows what the protocol decided about statuses, and is not there without a score', () => {
    const script = reproduceScript(facts())
    expect(script).toContain('score_minimum <- c("failed")')
    expect(script).toContain('left_out <- c("not_collected")')
    expect(script).toContain('paste0(about$source_language, ">", about$language)')
    expect(script).toContain('sqrt(sum(sums^2) * groups / (groups - 1)) / n')
    expect(script).toContain('score ~ model + (1 | item) + (1 | annotator)')
    expect(reproduceScript(facts({ protocol: presetProtocol('ranking') }))).toBeNull()
  })
})

describe('texts', () => {
  it('say what was not said, and quote what was', () => {
    const silent = hedsText(facts())
    expect(silent.match(/\*Not stated\.\*/g)?.length).toBeGreaterThanOrEqual(6)
    const paid = hedsText(facts({ datasheet: { ...emptyDatasheet, pay: '20 €\n# an hour' } }))
    expect(paid).toContain('> 20 €\n> \\# an hour')
  })

  const said =
    /secret seed|seed\.txt|Decided before|Hidden repeats|were asked for|Reference answers were|least proficiency|pseudonym|said before/

  it('claim nothing of how imported judgments were made', () => {
    const judgments = { ...facts().judgments, live: 0, recorded: 2, first: null, last: null }
    const items = [{ language: 'en', category: null, items: 2, referenced: 0, withoutText: 2 }]
    const imported = facts({ judgments, items })
    for (const text of [methodsText(imported), hedsText(imported), datasetCard(imported, [], 2)]) {
      expect(text).toContain('recorded elsewhere')
      expect(text).toContain('Of 2 items neither the prompt nor the responses are here')
      expect(text).not.toMatch(said)
    }
    expect(hedsText(imported)).not.toMatch(/Judgments were made|Anchors|judged against the guidelines/)
    const nameless = [{ annotator: 'recorded', judgments: 2, medianSeconds: null, languages: '', expertise: [] }]
    expect(hedsText({ ...imported, annotators: nameless })).toContain('count as those of one')
    expect(hedsText(facts())).toContain('Anchors')
    for (const text of [methodsText(facts()), hedsText(facts()), datasetCard(facts(), [], 2)]) {
      expect(text).toMatch(said)
      expect(text).not.toMatch(/recorded|imported|neither the prompt/)
    }
  })

  it('of judgments from here and elsewhere say which is which', () => {
    const text = hedsText(facts({ judgments: { ...facts().judgments, live: 2, recorded: 3 } }))
    expect(text).toContain('3 judgments of 5 were recorded elsewhere')
    expect(text).toContain('Of the judgments that were made here: All responses')
    expect(text).toContain('Judgments were made here from 2026-03-01')
  })

  it('tell of a method only where the study uses it', () => {
    const plain = methodsText(facts())
    expect(plain).toContain('t intervals over items')
    expect(plain).not.toMatch(/CR1|## Rubrics/)
    expect(methodsText(facts({ isClustered: true }))).toContain('cluster-robust standard errors (CR1)')
    const ranking = methodsText(facts({ protocol: presetProtocol('ranking') }))
    expect(ranking).not.toMatch(/## Scores|mean scores|reproduce\.R/)
    expect(methodsText(facts({ protocol: presetProtocol('expert-rubric') }))).toContain('## Rubrics')
    // A protocol that was changed while the study was open decides nothing before it.
    expect(methodsText(facts({ protocolVersion: 2 }))).toContain('By the protocol of the study')
    expect(hedsText(facts())).not.toContain('known answers (')
    const known = { ...facts().judgments, ofKnownItems: 3 }
    expect(hedsText(facts({ judgments: known }))).toContain('known answers (')
  })

  it('a card names languages without regions and pairs, its size and its licence', () => {
    expect(datasetCard(facts(), [], 1500)).toMatch(/language:\n- en\n- zh\nlicense: unknown\n[\s\S]*- 1K<n<10K\n/)
    expect([999, 1000, 99_999, 1_000_000].map(sizeCategory)).toEqual(['n<1K', '1K<n<10K', '10K<n<100K', '1M<n<10M'])
    const other = [{ language: 'other', category: null, items: 2, referenced: 0, withoutText: 0 }]
    const card = datasetCard(facts({ items: other }), [{ name: 'items', path: 'chat-items.parquet', columns: [] }], 2)
    expect(card).not.toMatch(/language:|annotations_creators|- preference/)
    expect(card).toContain('configs:\n- config_name: items\n  data_files: chat-items.parquet\n')
    expect(datasetCard(facts({ models: null, modelCount: 3 }), [], 1)).toContain('3 models')
  })
})

describe('figures', () => {
  it('are well-formed whatever models are called, and stay on their scale', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        expect(xml(name)).not.toMatch(/[<>"']|&(?!#\d+;)/)
        const rows = [{ name, mean: 5, display: '5.00', interval: { lower: -3, upper: 12 } }]
        const svg = meanFigure(name, rows, { min: 0, max: 10 })
        expect(svg.match(/<(?!\/|\?)[a-z]+/g)?.length).toBe((svg.match(/<\/[a-z]+>|\/>/g) ?? []).length)
        const xs = [...svg.matchAll(/ x[12]="([\d.]+)"/g)].map(found => Number(found[1]))
        expect(Math.min(...xs)).toBeGreaterThanOrEqual(180)
        expect(Math.max(...xs)).toBeLessThanOrEqual(640)
      }),
    )
  })
})
