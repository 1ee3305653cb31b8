// METHODS.md: how the figures of a bundle came about, to be copied into a paper.
import { agreementSeed } from '../../results/agreement/agreement-seed'
import { comparedCriteria } from '../../results/compared-criteria'
import { filterText } from '../../results/filter-text'
import { responseScales } from '../../results/response-scales'
import type { BundleFacts } from './bundle-facts'
import { collectionText, isElsewhere } from './collection-text'
import { count, markdownRows, paragraphs } from './markdown-parts'
import { criterionText, statusText } from './protocol-text'

/** The same facts give the same text. */
export function methodsText(facts: BundleFacts): string {
  const { protocol, judgments, items } = facts
  const all = items.reduce((sum, row) => sum + row.items, 0)
  const kinds = new Set(protocol.criteria.map(one => one.kind))
  const scales = responseScales(protocol)
  const languages = [...new Set(items.map(row => row.language))]
  return paragraphs(
    `# Methods: ${facts.name.replace(/\s+/g, ' ')}`,
    facts.disclosure && `**${facts.disclosure}**`,
    filterText(facts.filter),
    `Methods version ${facts.methodVersion}, protocol version ${facts.protocolVersion}. The bootstrap of agreement is seeded (Mulberry32, ${agreementSeed}): the same data give the same figures.${judgments.live > 0 ? ' The seed that orders of slots were drawn from is in seed.txt.' : ''}`,
    '## Design',
    `${count(facts.modelCount, 'model')} answered ${count(all, 'item')} in ${count(languages.length, 'language')} (${languages.join(', ')}).`,
    collectionText(facts),
    `${isElsewhere(facts) ? 'What was recorded' : 'Annotators were asked for'}:\n\n${protocol.criteria.map(one => `- **${one.label}** (\`${one.id}\`): ${criterionText(one, !isElsewhere(facts))}.`).join('\n')}`,
    statusText(protocol, judgments.live > 0 && facts.protocolVersion === 1),
    `Results rest on ${count(judgments.live + judgments.recorded, 'judgment')} of ${count(facts.annotators.length, 'annotator')}${judgments.recorded > 0 ? ` (${count(judgments.recorded, 'judgment')} recorded elsewhere and imported)` : ''}. Of a judgment that was revised the last version counts; judgments of items with known answers, hidden repeats and judgments that were left out are not in them.`,
    scales.length > 0 ? scoresText(facts) : '',
    kinds.has('checklist') ? rubricsText : '',
    comparedCriteria(protocol).length > 0 ? comparisonsText(facts, scales.length > 0) : '',
    agreementText,
    scales.length > 0 ? sizesText : '',
    exclusionsText(facts),
  )
}

const scoresText = ({ protocol, isClustered }: BundleFacts) => `## Scores

The score of a model on an item is the mean over the annotators who judged it; the score of a model is the mean over items.${protocol.referenceMoment === 'after-first' ? ' Scores are those that were given before the reference was shown.' : ''} "Overall" is the mean over items, not the mean over categories. Means are computed from whole steps of the scale in exact arithmetic and rounded half up for display only. Intervals of means are 95 % t intervals over ${isClustered ? clusters : 'items'}. Two models are compared by the paired differences on the items that both have: the mean with its 95 % t interval over ${isClustered ? 'the same clusters' : 'items'}, and an exact sign-flip permutation test ${isClustered ? 'of the sums of the clusters' : 'on the grid of the scale'} (where it is too large to enumerate, the normal approximation, which is then named). p values of a table of model pairs are adjusted by Holm’s method. The rank range of a model runs from one more than the number of models that are significantly better to the number of models less those that are significantly worse.`

const clusters =
  'clusters, with cluster-robust standard errors (CR1): items belong together whose metadata name the same cluster, conversation or document, any other item stands for itself'

const rubricsText = `## Rubrics

A rubric’s score is points earned of points possible, times 100: of a response the mean over its annotators, of a model the mean over items.`

const comparisonsText = ({ protocol: { tieThreshold } }: BundleFacts, byScores: boolean) => `## Comparisons

Each item and pair of models gives one comparison: ${byScores ? `by the difference of the mean scores (${tieThreshold === 0 ? 'any difference wins' : `a difference of more than ${tieThreshold} wins, as the protocol says`}); of preferences and rankings, where there are any, ` : ''}by what most annotators preferred. Net is wins minus losses as a share of all comparisons, with Tango’s score interval; percentages are rounded by the largest remainder so that they sum to 100. p is of the exact sign test of wins against losses, ties left out. Strengths are fitted by the Bradley–Terry model with ties as half a win for either, and where there are ties also by Davidson’s model, in log-odds against the average model, with sandwich standard errors; where the graph of comparisons is not strongly connected, groups are reported in place of a scale, or a penalised fit that is named as such.`

const agreementText = `## Agreement

Krippendorff’s α with the difference function of the scale (interval; ordinal for few values, ranks and points; nominal for labels), with a bootstrap interval over units; the share of equal judgments, and of scales the share of those that are at most one unit apart; Gwet’s AC2 (AC1 of labels) over the values that the criterion has; Cohen’s κ of each two annotators (quadratic weights, of labels none); Fleiss’ κ of labels that were given equally often to every unit; intraclass correlations where every unit has as many judgments: ICC(2) where everybody judged everything, ICC(1) where it varies who judged. Intervals of κ and of Gwet’s coefficients are those of large samples, and are not cut off at 1: an end beyond it says that there were few units. Constant data have no α.`

const sizesText = `## Mixed models

\`reproduce.R\` fits \`score ~ model + (1 | item) + (1 | annotator)\` by REML, which the product does not do itself.`

function exclusionsText({ exclusions }: BundleFacts): string {
  if (exclusions.length === 0) return '## Exclusions\n\nNo judgment was left out.'
  const rows = exclusions.map(({ reason, judgments }) => [reason || '(no reason)', judgments])
  return `## Exclusions\n\n${markdownRows(['Reason', 'Judgments:'], rows)}`
}
