import 'server-only'
import type { StudyAccess } from '../../people/access'
import { hasAgreement } from '../../results/agreement/agreement-units'
import { type GoldPosterior, goldPosterior } from '../../statistics/gold-items/gold-posterior'
import { getProtocol } from '../../studies/queries'
import { type IntraRater, intraRater } from '../intra-rater'
import { getStudyQuality } from './get-quality'
import { listRepeatedValues } from './repeated-values'

/** How carefully somebody worked, by pseudonym. */
export interface AnnotatorCare {
  pseudonym: string
  judged: number
  /** Idle time removed; null: there are no judgments. */
  medianMs: number | null
  /** Judgments that were looked at, and of them: faster than their texts can be read; one of many with the same answers. */
  checked: number
  tooFast: number
  straightLined: number
  /** All known answers: gold items and attention checks. */
  gold: GoldPosterior
  repeats: IntraRater | null
}

export interface Care {
  annotators: AnnotatorCare[]
  /** Everybody's known answers together. */
  gold: GoldPosterior
  /** The accuracy that is asked for. */
  threshold: number
  /** Hidden repeats by criterion; criteria without any are left out. */
  repeats: { criterion: string; label: string; result: IntraRater }[]
}

/** Care of the annotators for readers of results. Names no person and no model: it may be read while the study is blind. */
export async function getAnnotatorCare(study: StudyAccess): Promise<Care> {
  const [quality, protocol] = await Promise.all([
    getStudyQuality(study),
    getProtocol(study.studyId, study.protocolVersion),
  ])
  const { threshold } = protocol.quality.gold
  const known = quality.annotators.map(one => ({
    passed: one.goldPassed + one.attentionPassed,
    failed: one.goldFailed + one.attentionFailed,
  }))
  const all = (key: 'passed' | 'failed') => known.reduce((sum, one) => sum + one[key], 0)
  const repeats: Care['repeats'] = []
  if (quality.repeats)
    for (const criterion of protocol.criteria.filter(hasAgreement)) {
      const values = [...(await listRepeatedValues(study, criterion)).values()].flat()
      if (values.length > 0)
        repeats.push({ criterion: criterion.id, label: criterion.label, result: intraRater(values, criterion.kind) })
    }
  return {
    annotators: quality.annotators
      .map(({ pseudonym, judged, medianMs, checked, tooFast, straightLined, repeats: own }, index) => ({
        pseudonym,
        judged,
        medianMs,
        checked,
        tooFast,
        straightLined,
        gold: goldPosterior({ passed: 0, failed: 0, ...known[index], threshold }),
        repeats: own,
      }))
      .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1)),
    gold: goldPosterior({ passed: all('passed'), failed: all('failed'), threshold }),
    threshold,
    repeats,
  }
}
