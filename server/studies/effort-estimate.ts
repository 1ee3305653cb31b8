// How long judging will take: reading time from the length of the texts, plus time to score. An estimate, made explicit.
//
// Characters per minute of adult readers of connected text, from the International Reading Speed Texts (Trauzettel-
// Klosinski and Dietz, IOVS 2012). Judging is slower than reading for the story: `carefulness` says by how much.
import { languagePair } from '../assignments/language-pair'

const charactersPerMinute: Record<string, number> = {
  ar: 612,
  de: 920,
  en: 987,
  es: 1025,
  fi: 1078,
  fr: 998,
  he: 833,
  it: 950,
  ja: 357,
  nl: 978,
  pl: 916,
  pt: 913,
  ru: 986,
  sl: 885,
  sv: 917,
  tr: 1054,
  zh: 255,
}
/** Languages that were not measured are taken as the middle of the alphabetic ones. */
const otherCharactersPerMinute = 900
/** Korean was not measured; its blocks carry about two and a half letters each. */
const koreanCharactersPerMinute = 400
const carefulness = 1.5
const secondsPerScore = 20

/** Characters that are read in a minute for the story, by a language's tag. */
export function readingSpeed(language: string): number {
  const base = language.toLowerCase().split('-')[0] ?? ''
  return base === 'ko' ? koreanCharactersPerMinute : (charactersPerMinute[base] ?? otherCharactersPerMinute)
}

/** Characters that are read in a minute of judging. */
export const judgingSpeed = (language: string): number => Math.round(readingSpeed(language) / carefulness)

export interface LanguageVolume {
  language: string
  /** Judgments to be given. */
  judgments: number
  /** Of an item on average: characters of prompt, reference and all responses together. */
  charactersPerItem: number
  /** Those of the prompt among them: of a translation, they are in the source language. */
  promptCharactersPerItem: number
  /** Of an item on average. */
  slotsPerItem: number
}

export interface LanguageEffort extends LanguageVolume {
  charactersPerMinute: number
  /** Of the source of a translation; null: everything is in one language. */
  sourceCharactersPerMinute: number | null
  hours: number
}

/** Hours per language; of a translation, the prompt is read at the source language's speed and the rest at the target's. */
export function estimateEffort(volumes: readonly LanguageVolume[]): LanguageEffort[] {
  return volumes.map(volume => {
    const { source, target } = languagePair(volume.language)
    const speed = judgingSpeed(target)
    const sourceSpeed = source === null ? null : judgingSpeed(source)
    const { promptCharactersPerItem: prompt, charactersPerItem: all } = volume
    const reading = prompt / (sourceSpeed ?? speed) + (all - prompt) / speed
    const minutes = reading + (volume.slotsPerItem * secondsPerScore) / 60
    return {
      ...volume,
      charactersPerMinute: speed,
      sourceCharactersPerMinute: sourceSpeed,
      hours: (minutes * volume.judgments) / 60,
    }
  })
}

/** What the estimate assumes, for the page that shows it. */
export const effortAssumptions = { carefulness, secondsPerScore }
