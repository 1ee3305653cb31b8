// How judgments were made, by where: of those that were made elsewhere and imported it is not known.
import type { BundleFacts } from './bundle-facts'
import { count, paragraphs } from './markdown-parts'
import { designText } from './protocol-text'

type Collected = Pick<BundleFacts, 'judgments'>

/** No judgment was made here: nothing can be said of how they were made. */
export const isElsewhere = ({ judgments }: Collected): boolean => judgments.live === 0 && judgments.recorded > 0

/** What is said of judgments that were made here, by whichever of them there are. */
export function ofThoseHere({ judgments }: Collected, said: string, notKnown: string): string {
  if (judgments.recorded === 0) return said
  return judgments.live === 0 ? notKnown : `Of the judgments that were made here: ${said}`
}

/** How items were put before annotators, and how many have no text. */
export function collectionText(facts: Pick<BundleFacts, 'judgments' | 'protocol' | 'items'>): string {
  const { judgments, protocol, items } = facts
  const elsewhere =
    'were recorded elsewhere and imported: how responses were shown, in which order and to whom, and when, is not known here.'
  const withoutText = items.reduce((sum, row) => sum + row.withoutText, 0)
  return paragraphs(
    ...(judgments.recorded === 0
      ? [designText(protocol)]
      : judgments.live === 0
        ? [`All judgments ${elsewhere}`]
        : [
            `${count(judgments.recorded, 'judgment')} of ${judgments.live + judgments.recorded} ${elsewhere}`,
            `Of the judgments that were made here: ${designText(protocol)}`,
          ]),
    withoutText > 0
      ? `Of ${count(withoutText, 'item')} neither the prompt nor the responses are here, only how they were judged.`
      : '',
  ).trimEnd()
}

/** Who stands behind the names of annotators. */
export function namingText({ judgments, annotators }: Pick<BundleFacts, 'judgments' | 'annotators'>): string {
  const here = 'Annotators are named by random pseudonyms that are not derived from the person.'
  if (judgments.recorded === 0) return here
  const nameless = annotators.some(one => one.annotator === 'recorded')
  const elsewhere = `Annotators of imported judgments are numbered: recorded-1, recorded-2 …${nameless ? ' Judgments that came without an annotator are all called “recorded”, and count as those of one.' : ''}`
  return judgments.live === 0 ? elsewhere : `${here} ${elsewhere}`
}
