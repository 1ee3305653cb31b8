import { mulberry32 } from '../../statistics/random/mulberry32'
import { agreementSeed } from '../agreement/agreement-seed'
import type { AgreementUnits } from '../agreement/agreement-units'
import { type CriterionAgreement, criterionAgreement } from '../agreement/criterion-agreement'

/** Agreement on one criterion, with bootstrap intervals that depend on nothing but the data. */
export const agreementOf = (input: {
  criterion: Parameters<typeof criterionAgreement>[0]
  judged: AgreementUnits
}): CriterionAgreement => criterionAgreement(input.criterion, input.judged, mulberry32(agreementSeed))
