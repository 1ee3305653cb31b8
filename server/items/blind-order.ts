// The order in which an item's responses are shown to people who must not learn their models: the same at every look,
// another one for every item.
import { sha256 } from './content-hash'

/** Orders by a digest of item and response ids, which are random. */
export function blindOrder<Response extends { id: string }>(
  itemId: string,
  responses: readonly Response[],
): Response[] {
  return responses
    .map(response => ({ response, key: sha256(`${itemId}/${response.id}`).toString('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ response }) => response)
}
