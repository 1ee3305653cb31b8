// What is missing before a study can open, and what is worth a look. The page and the command ask the same list.

import { stepCount } from '../../criteria/scale/steps'
import { showLanguageKey } from '../assignments/language-pair'
import { pairedTPower } from '../statistics/design/paired-t-power'
import { signTestPower } from '../statistics/design/sign-test-power'
import type { LanguageVolume } from './effort-estimate'
import {
  languageCapacity,
  languageNeeds,
  type Shortage,
  type StudyPerson,
  shortages,
  type UnitGroup,
} from './people-match'
import { assumedShares, assumedSpread, plannedMeasures } from './planned-measure'
import type { Protocol } from './schema'

export interface OpeningFacts {
  groups: UnitGroup[]
  people: StudyPerson[]
  modelCount: number
  /** Items × models without a response. */
  missingResponses: number
  itemsWithoutSlots: number
  itemsWithOneSlot: number
  /** More than eight. */
  itemsWithTooManySlots: number
  /** In categories whose reference is shown. */
  itemsWithoutReference: number
  itemsWithoutRubric: number
  /** Pairs that a file fixes and nobody can be shown, and the items that they are of. */
  unshownPairs: { count: number; items: readonly string[] }
  /** Of a study of translations; the first of them are named. */
  itemsWithoutSource: { count: number; items: readonly string[] }
  importsRunning: number
  importsWaiting: number
  /** Links by which people still can join this study. */
  openInvitations: number
  /** Gold items by language. */
  goldItems: ReadonlyMap<string, number>
  /** Ids of items that check people by an answer that cannot be given, or that nothing is asked about. */
  uselessChecks: readonly string[]
  /** From a sample of the items of each language. */
  volumes: Omit<LanguageVolume, 'judgments'>[]
}

export const checkIds = [
  'items',
  'imports-running',
  'imports-waiting',
  'models',
  'responses',
  'no-slots',
  'one-slot',
  'pairs',
  'unpaired',
  'fixed-pairs',
  'too-many-slots',
  'source-languages',
  'references',
  'rubrics',
  'guidelines',
  'anchors',
  'gold',
  'known-answers',
  'people',
  'matching',
  'overlap-matching',
  'capacity',
  'power',
] as const
export type CheckId = (typeof checkIds)[number]

/** `blocking` keeps the study closed; `warning` does not; `fine` is ticked off. */
export interface Check {
  id: CheckId
  severity: 'blocking' | 'warning' | 'fine'
  /** The page of the study where it is put right. */
  page: 'items' | 'import' | 'models' | 'people' | 'settings' | 'planning'
  /** For the check's text. */
  values: Record<string, string | number>
  /** One line each, in the order of weight: what exactly is missing. */
  lines: { language: string; category: string | null; count: number; have: number; need: number }[]
}

type Severity = Check['severity']
const check = (
  id: CheckId,
  severity: Severity,
  page: Check['page'],
  values: Check['values'] = {},
  lines: Check['lines'] = [],
): Check => ({ id, severity, page, values, lines })

const mostNamed = 5

/** A warning about something in the file, with the first items that have it. */
function named(id: CheckId, { count, items }: OpeningFacts['unshownPairs']): Check[] {
  if (count === 0) return []
  const names = `${items.slice(0, mostNamed).join(', ')}${items.length > mostNamed ? ' …' : ''}`
  return [check(id, 'warning', 'import', { count, items: names })]
}

/** Every check that applies to the study, the blocking ones first. */
export function openingChecklist(facts: OpeningFacts, protocol: Protocol): Check[] {
  const checks = [
    ...itemChecks(facts, protocol),
    ...protocolChecks(facts, protocol),
    ...peopleChecks(facts, protocol),
    ...powerCheck(facts, protocol),
  ]
  const rank: Record<Severity, number> = { blocking: 0, warning: 1, fine: 2 }
  return checks.sort((a, b) => rank[a.severity] - rank[b.severity])
}

function itemChecks(facts: OpeningFacts, protocol: Protocol): Check[] {
  const items = facts.groups.reduce((sum, group) => sum + group.items, 0)
  const some = (id: CheckId, count: number, severity: Severity, page: Check['page']) =>
    count > 0 ? [check(id, severity, page, { count })] : []
  const found = [
    check('items', items > 0 ? 'fine' : 'blocking', 'import', { count: items }),
    ...some('imports-running', facts.importsRunning, 'blocking', 'import'),
    ...some('imports-waiting', facts.importsWaiting, 'warning', 'import'),
  ]
  if (items === 0) return found
  const arePairs = protocol.comparison.show === 'pairs'
  const missing = facts.missingResponses
  const missingSeverity = missing === 0 ? 'fine' : protocol.completeBlocks ? 'blocking' : 'warning'
  return [
    ...found,
    check('models', facts.modelCount > 1 ? 'fine' : 'warning', 'models', { count: facts.modelCount }),
    check('responses', missingSeverity, 'items', { count: missing, complete: String(protocol.completeBlocks) }),
    ...some('no-slots', facts.itemsWithoutSlots, 'blocking', 'items'),
    ...oneSlotChecks(facts, protocol),
    ...some('too-many-slots', arePairs ? 0 : facts.itemsWithTooManySlots, 'blocking', 'items'),
    ...named('source-languages', facts.itemsWithoutSource),
    ...some('references', facts.itemsWithoutReference, 'warning', 'items'),
    ...rubricCheck(facts, protocol),
  ]
}

/** Less than an even chance to find what a study is opened for is said before it opens. */
function powerCheck(facts: OpeningFacts, protocol: Protocol): Check[] {
  const [measure] = plannedMeasures(protocol)
  const pairs = (facts.modelCount * (facts.modelCount - 1)) / 2
  const sum = (key: 'items' | 'units') => facts.groups.reduce((all, group) => all + group[key], 0)
  // Comparisons of each two models.
  const items = protocol.comparison.show === 'pairs' ? Math.floor(sum('units') / Math.max(1, pairs)) : sum('items')
  if (!measure || pairs === 0 || items < 2) return []
  const { winShare, lossShare } = assumedShares
  const { difference, deviation } = measure.scores ? assumedSpread(measure.scores) : { difference: 0, deviation: 1 }
  const power = measure.scores ? pairedTPower(items, difference / deviation) : signTestPower(items, winShare, lossShare)
  const kind = measure.scores ? 'scores' : 'outcomes'
  const values = { items, power, kind, label: measure.label, difference, deviation, wins: winShare, losses: lossShare }
  return [check('power', power < 0.5 ? 'warning' : 'fine', 'planning', values)]
}

/** Where nothing but the rubric is asked for, an item without one would be judged by nothing. */
function rubricCheck({ itemsWithoutRubric: count }: OpeningFacts, { criteria }: Protocol): Check[] {
  const asked = criteria.filter(({ kind }) => kind !== 'comment')
  const byRubric = asked.filter(criterion => criterion.kind === 'checklist' && criterion.points.from === 'item')
  if (count === 0 || byRubric.length === 0) return []
  return [check('rubrics', byRubric.length === asked.length ? 'blocking' : 'warning', 'items', { count })]
}

/** Where two are compared, an item with a single distinct response has nothing to judge. */
function oneSlotChecks(facts: OpeningFacts, { comparison }: Protocol): Check[] {
  const pairs = facts.groups.reduce((sum, group) => sum + group.units, 0)
  const count = facts.itemsWithOneSlot
  if (comparison.show === 'all') return count > 0 ? [check('one-slot', 'warning', 'items', { count })] : []
  return [
    check('pairs', pairs > 0 ? 'fine' : 'blocking', 'items', { count: pairs }),
    ...(count > 0 ? [check('unpaired', 'warning', 'items', { count })] : []),
    ...named('fixed-pairs', facts.unshownPairs),
  ]
}

function protocolChecks(facts: OpeningFacts, protocol: Protocol): Check[] {
  const bare = protocol.criteria.reduce((sum, criterion) => {
    if (criterion.kind !== 'scale') return sum
    const whole = Math.floor((criterion.max - criterion.min) / Math.max(1, criterion.step)) + 1
    const worded = new Set(criterion.anchors.map(anchor => anchor.value)).size
    return sum + Math.max(0, Math.min(whole, stepCount(criterion) + 1) - worded)
  }, 0)
  return [
    check('guidelines', protocol.guidelines.trim() ? 'fine' : 'warning', 'settings'),
    ...(protocol.criteria.some(({ kind }) => kind === 'scale')
      ? [check('anchors', bare === 0 ? 'fine' : 'warning', 'settings', { count: bare })]
      : []),
    ...goldCheck(facts, protocol),
    ...knownAnswersCheck(facts),
  ]
}

/** Whoever judges such an item is taken to be wrong whatever they say, or is not checked by it. */
function knownAnswersCheck({ uselessChecks }: OpeningFacts): Check[] {
  return named('known-answers', { count: uselessChecks.length, items: uselessChecks })
}

/** Everybody gets as many gold items as the protocol says only where there are as many in each language. */
function goldCheck(facts: OpeningFacts, protocol: Protocol): Check[] {
  const wanted = protocol.quality.gold.minimumPerAnnotator
  const languages = [...new Set(facts.groups.map(group => group.language))]
  if (wanted === 0 || languages.length === 0) return []
  const have = (language: string) => facts.goldItems.get(language) ?? 0
  const short = languages.filter(language => have(language) < wanted)
  const available = Math.min(...short.map(have), wanted)
  return [
    check('gold', short.length > 0 ? 'warning' : 'fine', 'import', {
      wanted,
      available,
      languages: short.map(showLanguageKey).join(', '),
    }),
  ]
}

function peopleChecks(facts: OpeningFacts, protocol: Protocol): Check[] {
  const { groups, people, openInvitations } = facts
  if (people.length === 0)
    return [
      check('people', openInvitations > 0 ? 'warning' : 'blocking', 'people', {
        count: 0,
        invitations: openInvitations,
      }),
    ]
  const k = protocol.annotatorsPerItem
  const short = shortages(groups, people, protocol, k)
  const extra = protocol.overlap.share > 0 ? protocol.overlap.extraAnnotators : 0
  const shortInOverlap = shortages(groups, people, protocol, k + extra).filter(group => group.matching >= k)
  const needs = languageNeeds(groups, protocol)
  const tooLittle = needs.flatMap(need => {
    const have = languageCapacity(need.language, groups, people, protocol)
    return have < need.judgments ? [{ ...need, category: null, count: need.items, have, need: need.judgments }] : []
  })
  const languages = (list: readonly { language: string }[]) =>
    [...new Set(list.map(one => showLanguageKey(one.language)))].join(', ')
  const countItems = (list: typeof short) => list.reduce((sum, group) => sum + group.items, 0)
  return [
    check('people', 'fine', 'people', { count: people.length, invitations: openInvitations }),
    check(
      'matching',
      short.length > 0 ? 'warning' : 'fine',
      'people',
      { count: countItems(short), k, languages: languages(short) },
      shortageLines(short),
    ),
    ...(shortInOverlap.length > 0
      ? [
          check(
            'overlap-matching',
            'warning',
            'people',
            { count: countItems(shortInOverlap), k: k + extra, languages: languages(shortInOverlap) },
            shortageLines(shortInOverlap),
          ),
        ]
      : []),
    ...(tooLittle.length > 0 && short.length === 0 && shortInOverlap.length === 0
      ? [
          check(
            'capacity',
            'warning',
            'people',
            { languages: languages(tooLittle) },
            tooLittle.map(({ language, category, count, have, need }) => ({ language, category, count, have, need })),
          ),
        ]
      : []),
  ]
}

/** One line per language, and per category only where the categories of a language differ. */
function shortageLines(short: readonly Shortage[]): Check['lines'] {
  const lines = new Map<string, Check['lines'][number]>()
  for (const { language, category, items, matching, needed } of short) {
    const key = `${language} ${matching}`
    const line = lines.get(key)
    if (line) lines.set(key, { ...line, category: null, count: line.count + items })
    else lines.set(key, { language, category, count: items, have: matching, need: needed })
  }
  return [...lines.values()]
}
