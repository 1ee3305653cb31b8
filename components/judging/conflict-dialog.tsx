'use client'

import { useTranslations } from 'next-intl'
import {
  AlertDialog,
  AlertDialogBody,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { findRating } from '@/criteria/ratings'
import { ruleOf } from '@/criteria/rules'
import type { Rating } from '@/criteria/schema'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { JudgmentContent } from '@/server/judgments/schema'
import type { AssignmentData } from './answers'

interface ConflictDialogProps {
  data: AssignmentData
  mine: JudgmentContent
  theirs: JudgmentContent
  onChoose: (whose: 'mine' | 'theirs') => void
}

/** The same draft was changed in two places: shows both, and one is chosen. */
export function ConflictDialog({ data, mine, theirs, onChoose }: ConflictDialogProps) {
  const t = useTranslations('judging')
  const rows = data.criteria.flatMap(criterion => {
    const slots = criterion.scope === 'item' ? [0] : data.content.responses.map((_, index) => index + 1)
    return slots.map(slot => {
      const text = (rating: Rating | undefined) =>
        rating ? (rating.cannotJudge ?? ruleOf(criterion).glance(criterion, rating, data.content)) : ''
      return {
        key: `${criterion.id} ${slot}`,
        label: slot === 0 ? criterion.label : t('scoreOf', { label: criterion.label, letter: slotLetter(slot) }),
        here: text(findRating(mine, criterion.id, slot)),
        there: text(findRating(theirs, criterion.id, slot)),
      }
    })
  })
  const shown = rows.filter(row => row.here || row.there)
  return (
    <AlertDialog open>
      <AlertDialogContent className="sm:max-w-2xl">
        <AlertDialogHeader>
          <AlertDialogTitle>{t('conflictTitle')}</AlertDialogTitle>
          <AlertDialogDescription>{t('conflictDescription')}</AlertDialogDescription>
        </AlertDialogHeader>
        <AlertDialogBody>
          <table className="w-full text-sm">
            <thead>
              <tr className="border-b text-start text-muted-foreground">
                <th scope="col" className="py-1 pe-3 text-start font-medium">
                  {t('conflictWhat')}
                </th>
                <th scope="col" className="py-1 pe-3 text-start font-medium">
                  {t('conflictMine')}
                </th>
                <th scope="col" className="py-1 text-start font-medium">
                  {t('conflictTheirs')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(row => {
                const differs = row.here !== row.there
                return (
                  <tr key={row.key} className={cn('border-b align-top', differs && 'bg-warning-soft')}>
                    <th scope="row" className="py-1 pe-3 text-start font-normal">
                      {row.label}
                    </th>
                    <td dir="auto" className="whitespace-pre-wrap py-1 pe-3">
                      {row.here || '–'}
                    </td>
                    <td dir="auto" className="whitespace-pre-wrap py-1">
                      {row.there || '–'}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </AlertDialogBody>
        <AlertDialogFooter>
          <Button variant="outline" onClick={() => onChoose('theirs')}>
            {t('conflictTakeTheirs')}
          </Button>
          <Button onClick={() => onChoose('mine')}>{t('conflictKeepMine')}</Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  )
}
