// The least time in which texts can have been read.
//
// Rates of connected text: International Reading Speed Texts (Trauzettel-Klosinski and Dietz, IOVS 2012), as in
// server/studies/effort-estimate.ts. Above about three times the usual rate people skim and do not understand (Rayner,
// Schotter, Masson, Potter and Treiman, Psychological Science in the Public Interest 2016).
import { readingSpeed } from '../studies/effort-estimate'

const skimmingFactor = 3
/** Nobody has to read on to the end of a very long item to see what is wrong with it. */
const mostMs = 3 * 60_000

export interface ReadTexts {
  /** That they are written in, BCP 47. */
  language: string
  /** Chinese, Japanese and Korean characters. */
  cjkCharacters: number
  /** All others. */
  otherCharacters: number
}

const cjk = new Set(['zh', 'ja', 'ko', 'yue'])
const baseOf = (language: string) => language.toLowerCase().split('-')[0] ?? ''

/** Characters of the other script than the language's (code, quotations) are taken at the rate of English or Chinese. */
function readingMinutes({ language, cjkCharacters, otherCharacters }: ReadTexts): number {
  const isCjk = cjk.has(baseOf(language))
  return cjkCharacters / readingSpeed(isCjk ? language : 'zh') + otherCharacters / readingSpeed(isCjk ? 'en' : language)
}

/** Milliseconds for all texts of a judgment together: those of a translation are in two languages. */
export function leastReadingMs(texts: readonly ReadTexts[]): number {
  const minutes = texts.reduce((sum, text) => sum + readingMinutes(text), 0)
  return Math.min(mostMs, Math.round((minutes * 60_000) / skimmingFactor))
}
