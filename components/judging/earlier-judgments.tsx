'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { findRating } from '@/criteria/ratings'
import { ruleOf } from '@/criteria/rules'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { AssignmentData } from './answers'

/** For an adjudicator: what is to be done, and, once the own ratings are locked, what others judged. */
export function EarlierJudgments({ data }: { data: AssignmentData }) {
  const t = useTranslations('judging.adjudication')
  const { content, criteria, revealed } = data
  if (!revealed) return <Alert title={t('title')}>{t('first')}</Alert>
  const rows = criteria.flatMap(criterion => {
    const slots = criterion.scope === 'item' ? [0] : content.responses.map((_, index) => index + 1)
    return slots.map(slot => ({
      key: `${criterion.id} ${slot}`,
      label: slot === 0 ? criterion.label : t('of', { label: criterion.label, letter: slotLetter(slot) }),
      cells: [{ label: 'own', content: revealed.first }, ...revealed.judgments].map(({ label, content: judged }) => {
        const rating = findRating(judged, criterion.id, slot)
        const text = rating ? (rating.cannotJudge ?? ruleOf(criterion).glance(criterion, rating, content)) : ''
        return { label, text }
      }),
    }))
  })
  return (
    <section aria-label={t('judgments')} data-revealed="" tabIndex={-1} className="grid gap-2 pb-3 outline-none">
      <Alert title={t('title')}>{t('decide')}</Alert>
      <Table caption={t('judgments')}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('what')}</TableHead>
            <TableHead>{t('own')}</TableHead>
            {revealed.judgments.map(({ label }) => (
              <TableHead key={label}>{t('annotator', { number: label })}</TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows
            .filter(row => row.cells.some(cell => cell.text))
            .map(row => (
              <TableRow key={row.key}>
                <TableCell>{row.label}</TableCell>
                {row.cells.map(({ label, text }) => (
                  <TableCell key={label} wrap>
                    <span dir="auto" className="whitespace-pre-wrap break-words">
                      {text || '–'}
                    </span>
                  </TableCell>
                ))}
              </TableRow>
            ))}
        </TableBody>
      </Table>
    </section>
  )
}
