// HEDS.md: a methods appendix in the shape of the Human Evaluation Datasheet (HEDS 3.0, Belz and Thomson).
import { filterText } from '../../results/filter-text'
import type { BundleFacts } from './bundle-facts'
import { collectionText, isElsewhere, namingText, ofThoseHere } from './collection-text'
import { count, markdownRows, paragraphs, quoted } from './markdown-parts'
import { criterionText, statusText } from './protocol-text'

/** What the product knows, and what the team said. What nobody said stands there as not stated. */
export function hedsText(facts: BundleFacts): string {
  const { datasheet } = facts
  return paragraphs(
    `# Human evaluation datasheet: ${facts.name.replace(/\s+/g, ' ')}`,
    facts.disclosure && `**${facts.disclosure}**`,
    filterText(facts.filter),
    'In the shape of HEDS 3.0. Quoted parts are the words of the team; all others come from the study itself.',
    '## 1. Paper and supplementary resources',
    `**Purpose.**\n\n${quoted(datasheet.purpose)}`,
    `**How to cite.**\n\n${quoted(datasheet.citation)}`,
    `**Contact.**\n\n${quoted(datasheet.contact)}`,
    '**Data and scripts.** This bundle: `data/`, `tables/`, `protocol.json`, `reproduce.R`.',
    '## 2. Systems',
    facts.models === null
      ? `${count(facts.modelCount, 'model')}; their names are withheld while the study is blind.`
      : markdownRows(
          ['Model', 'Responses:', 'Refused:', 'Truncated:', 'Failed:', 'Not collected:'],
          facts.models.map(model => [
            model.name,
            model.responses,
            model.refused,
            model.truncated,
            model.failed,
            model.notCollected,
          ]),
        ),
    statusText(facts.protocol, facts.judgments.live > 0 && facts.protocolVersion === 1),
    `**How items and responses came about.**\n\n${quoted(datasheet.sources)}`,
    '## 3. Outputs, evaluators and experimental design',
    '### 3.1 Sample of outputs',
    markdownRows(
      ['Language', 'Category', 'Items:', 'With a reference:'],
      facts.items.map(row => [row.language, row.category ?? '(none)', row.items, row.referenced]),
    ),
    '### 3.2 Evaluators',
    evaluatorsText(facts),
    `**Recruitment.**\n\n${quoted(datasheet.recruitment)}`,
    `**Pay.**\n\n${quoted(datasheet.pay)}`,
    '### 3.3 Experimental design',
    collectionText(facts),
    isElsewhere(facts) ? '' : ofThoseHere(facts, referenceText(facts), ''),
    qualityText(facts),
    instructionsText(facts),
    '## 4. Quality criteria',
    ...facts.protocol.criteria.map(criterion =>
      paragraphs(
        `### ${criterion.label} (\`${criterion.id}\`)`,
        criterion.help && !isElsewhere(facts) ? quoted(criterion.help) : '',
        `${isElsewhere(facts) ? 'Recorded' : 'Asked for'}: ${criterionText(criterion, !isElsewhere(facts))}.${criterion.asked < 1 && !isElsewhere(facts) ? ` Asked of ${(criterion.asked * 100).toFixed(0)} % of the places.` : ''}`,
        agreementOf(facts, criterion.id),
      ).trimEnd(),
    ),
    '## 5. Ethics',
    quoted(datasheet.ethics),
    namingText(facts),
  )
}

function evaluatorsText(facts: BundleFacts): string {
  const { annotators, judgments, protocol } = facts
  const rows = annotators.map(one => [
    one.annotator,
    one.judgments,
    one.medianSeconds ?? '–',
    one.languages || '–',
    one.expertise.join(', ') || '–',
  ])
  const period = judgments.first
    ? ` Judgments were made${judgments.recorded > 0 ? ' here' : ''} from ${judgments.first} to ${judgments.last} (UTC).`
    : ''
  return paragraphs(
    `${count(annotators.length, 'annotator')} made the ${count(judgments.live + judgments.recorded, 'judgment')} that results rest on.${period}`,
    ofThoseHere(
      facts,
      `The least proficiency asked for was ${protocol.minimumProficiency.toLowerCase()}; expertise in an item’s category was ${{ ignore: 'not asked for', prefer: 'preferred', require: 'required' }[protocol.expertise]}. Languages and expertise are as annotators declared them.`,
      'Who they were, and what was asked of them, is not known here.',
    ),
    markdownRows(['Annotator', 'Judgments:', 'Median seconds:', 'Languages', 'Expertise'], rows),
  ).trimEnd()
}

const referenceText = ({ protocol }: BundleFacts) =>
  protocol.referenceShown.length === 0
    ? 'No reference answers were shown.'
    : protocol.referenceMoment === 'after-first'
      ? 'Reference answers were shown once the first ratings were locked; those are the headline.'
      : 'Reference answers were shown from the start, where an item had one.'

function instructionsText(facts: BundleFacts): string {
  const heading = '**Instructions.**'
  const notKnown = '*What annotators of the imported judgments had read is not known here.*'
  if (isElsewhere(facts)) return `${heading}\n\n${notKnown}`
  return paragraphs(
    heading,
    quoted(facts.protocol.guidelines, 'None were written.'),
    facts.judgments.recorded > 0 ? notKnown : '',
  ).trimEnd()
}

function qualityText(all: BundleFacts): string {
  if (isElsewhere(all)) return '**Quality checks.**\n\nWhich there were of the imported judgments is not known here.'
  const { judgments: facts, protocol } = all
  const { gold, repeats, disagreement } = protocol.quality
  const lines = [
    facts.ofKnownItems > 0 &&
      `Items with known answers (gold, attention, qualification): ${count(facts.ofKnownItems, 'judgment')}, of which ${facts.passedKnownItems} met the known answers${gold.minimumPerAnnotator > 0 ? `; at least ${gold.minimumPerAnnotator} per annotator were planned` : ''}.`,
    (facts.repeats > 0 || repeats.share > 0) &&
      `Hidden repeats: ${count(facts.repeats, 'judgment')} (planned share: ${(repeats.share * 100).toFixed(0)} %).`,
    (facts.adjudications > 0 || disagreement) &&
      `Adjudication: ${disagreement ? `where judgments of \`${disagreement.criterion}\` differed by more than ${disagreement.difference}; ` : ''}${count(facts.adjudications, 'decision')}.`,
    `Faster than the texts can be read: ${count(facts.tooFast, 'judgment')}; the same value throughout, time and again: ${facts.straightLined}. Both are flagged, and in the results.`,
    `Passed over: ${count(facts.skipped, 'assignment')}. Flags on items: ${facts.flags}.`,
  ].filter(line => typeof line === 'string')
  return `**Quality checks.**${facts.recorded > 0 ? ' Of the judgments that were made here.' : ''}\n\n${lines.map(line => `- ${line}`).join('\n')}`
}

function agreementOf({ agreement }: BundleFacts, criterion: string): string {
  const found = agreement.find(one => one.criterion.id === criterion)
  const value = found?.alpha.value ?? null
  if (!found || value === null) return ''
  const { alpha, raw, metric } = found
  const interval =
    typeof alpha.lower === 'number' && typeof alpha.upper === 'number'
      ? ` (95 % interval ${alpha.lower.toFixed(2)} to ${alpha.upper.toFixed(2)})`
      : ''
  const equal = raw.value === null ? '' : `; equal judgments: ${(raw.value * 100).toFixed(1)} %`
  return `Agreement: Krippendorff’s α (${metric}) ${value.toFixed(2)}${interval}, n = ${alpha.n} values${equal}.`
}
