import type { BundleFacts } from './bundle-facts'
import { designText } from './protocol-text'

/** How judgments were made; of those that were made elsewhere it is not known. */
export function collectionText({ judgments, protocol }: Pick<BundleFacts, 'judgments' | 'protocol'>): string {
  if (judgments.recorded === 0) return designText(protocol)
  const elsewhere =
    'were recorded elsewhere and imported: how responses were shown, in which order and to whom, is not known here.'
  if (judgments.live === 0) return `All judgments ${elsewhere}`
  return `Some judgments ${elsewhere} Of those that were made here: ${designText(protocol)}`
}
