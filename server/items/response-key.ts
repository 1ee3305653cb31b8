// What tells the responses of a file apart.
import { sha256 } from './content-hash'

const unitSeparator = '\u001f'

/** Of an item × model × sample. */
export const responseKey = (externalId: string, { model, sample }: { model: string; sample: number }): Buffer =>
  sha256([externalId, model, sample].join(unitSeparator))
