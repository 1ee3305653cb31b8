'use client'

import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { type Criterion, criterionSchema } from '@/criteria/schema'
import { settledValues, useStudyForm } from './study-form-values'

/** The criteria as they stand in the form, without those that cannot be drawn while somebody types. */
export function useValidCriteria(): { valid: Criterion[]; left: number } {
  const { control, getValues } = useStudyForm()
  const criteria = useWatch({ control, name: 'protocol.criteria' })
  return useMemo(() => {
    const values = getValues()
    const settled = settledValues({ ...values, protocol: { ...values.protocol, criteria } }).protocol.criteria
    const valid = settled.flatMap(criterion => {
      const parsed = criterionSchema.safeParse(criterion)
      return parsed.success ? [parsed.data] : []
    })
    return { valid, left: criteria.length - valid.length }
  }, [criteria, getValues])
}
