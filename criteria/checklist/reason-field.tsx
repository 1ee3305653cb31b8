'use client'

import { useTranslations } from 'next-intl'
import { Textarea } from '@/components/ui/textarea'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { EntryProps } from '../entry-props'
import { type Graded, withReason } from './grading'
import { partName } from './parts'
import type { ChecklistCriterion, RubricPoint } from './schema'

interface ReasonFieldProps extends Pick<EntryProps<ChecklistCriterion>, 'change' | 'readOnly'> {
  graded: Graded
  point: RubricPoint
  number: number
  text: string
  isNeeded: boolean
  isMissing: boolean
}

const mostCharacters = 2000

/** Why a point is not given in full. Enter goes on, with Shift it begins a line. */
export function ReasonField({ graded, point, number, text, change, readOnly, isNeeded, isMissing }: ReasonFieldProps) {
  const t = useTranslations('judging.entries.checklist')
  const { slot } = graded
  return (
    <Textarea
      rows={1}
      autoGrow
      dir="auto"
      data-part={partName('reason', point.id, slot)}
      aria-label={slot > 0 ? t('reason', { letter: slotLetter(slot), number }) : t('itemReason', { number })}
      aria-required={isNeeded}
      aria-invalid={isMissing}
      placeholder={isNeeded ? t('reasonNeeded') : t('reasonOptional')}
      readOnly={readOnly}
      maxLength={mostCharacters}
      value={text}
      onChange={event => change(content => withReason(content, graded, point.id, event.target.value))}
      className="max-h-32 min-h-8 max-w-3xl text-[0.8125rem]"
    />
  )
}
