// Finds the place in another text that a marked one stands for: the same words where they occur, else the sentence
// that stands at the same point of the text. No translation is looked at, so it is a hint to the eye and nothing more.
import { type Stretch, sentencesOf } from './text-units'

interface MarkedPlace extends Stretch {
  text: string
  lang?: string
}

/** Single letters and punctuation stand everywhere: they say nothing about the place. */
const isTelling = (words: string) => (words.match(/[\p{L}\p{N}]/gu) ?? []).length >= (/[\p{Lo}]/u.test(words) ? 2 : 3)

/** Every place where `words` stand in `text`. */
function occurrences(text: string, words: string): Stretch[] {
  const found: Stretch[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length })
  return found
}

const middleOf = ({ start, end }: Stretch) => (start + end) / 2

/** How far into a text something stands, 0 … 1. */
const shareOf = (stretch: Stretch, text: string) => middleOf(stretch) / Math.max(1, text.length)

/** The one nearest to a share of the text. */
const nearest = (places: readonly Stretch[], text: string, share: number): Stretch | null =>
  places.reduce<Stretch | null>(
    (best, place) =>
      !best || Math.abs(shareOf(place, text) - share) < Math.abs(shareOf(best, text) - share) ? place : best,
    null,
  )

/**
 * The counterpart of a place in another text; null: that text is empty.
 * 1. The same words, where they say enough to be looked for: a name or a number that was kept. Of several, the nearest
 *    by position. 2. As many sentences in both texts: the one with the same number. 3. Otherwise the sentence that is
 *    nearest to the middle of the marked one's sentence, by share of the text: sentences that were joined or split move
 *    those behind them by less than one number each.
 */
export function counterpartOf(place: MarkedPlace, text: string, lang?: string): Stretch | null {
  const words = place.text.slice(place.start, place.end)
  const share = shareOf(place, place.text)
  const same = isTelling(words) ? nearest(occurrences(text, words), text, share) : null
  if (same) return same
  const own = sentencesOf(place.text, place.lang)
  const others = sentencesOf(text, lang)
  const number = own.findIndex(sentence => sentence.end > place.start)
  const sentence = own[number]
  if (!sentence) return others.at(-1) ?? null
  if (own.length === others.length) return others[number] ?? null
  return nearest(others, text, shareOf(sentence, place.text))
}
