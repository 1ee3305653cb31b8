// What a study will ask of its people, before it opens.
import { effortAssumptions, estimateEffort, type LanguageEffort } from './effort-estimate'
import type { OpeningFacts } from './opening-checklist'
import { languageNeeds } from './people-match'
import type { Protocol } from './schema'

export interface StudyEffort {
  languages: LanguageEffort[]
  judgments: number
  hours: number
  /** Hours of each person, if the work were shared evenly; null without people. */
  hoursPerPerson: number | null
  assumptions: typeof effortAssumptions
}

/** The hours that the study's items will take, against its people. */
export function studyEffort(facts: OpeningFacts, protocol: Protocol): StudyEffort {
  const volumes = new Map(facts.volumes.map(volume => [volume.language, volume]))
  const needs = languageNeeds(facts.groups, protocol)
  const whole = needs.reduce((sum, need) => sum + need.judgments, 0)
  // An adaptive budget ends the work early; which languages it spares is not known before.
  const budget = protocol.comparison.show === 'pairs' ? protocol.adaptive?.budget : undefined
  const share = budget === undefined ? 1 : Math.min(1, budget / whole)
  const languages = estimateEffort(
    needs.flatMap(need => {
      const volume = volumes.get(need.language)
      return volume ? [{ ...volume, judgments: Math.round(need.judgments * share) }] : []
    }),
  )
  const hours = languages.reduce((sum, language) => sum + language.hours, 0)
  return {
    languages,
    judgments: languages.reduce((sum, language) => sum + language.judgments, 0),
    hours,
    hoursPerPerson: facts.people.length > 0 ? hours / facts.people.length : null,
    assumptions: effortAssumptions,
  }
}
