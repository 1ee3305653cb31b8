'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { FormulaLine } from '@/components/rendering/formula-line'
import { cn } from '@/components/ui/class-names'
import { slotLetter } from '@/server/blinding/slot-letter'
import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import { findRating } from '../ratings'
import { GradeCell } from './grade-cell'
import { gradesIn, lacks, nextOpenPoint } from './grading'
import { partName, pointOfPart } from './parts'
import { earnedShare, pointsOf } from './points'
import { ReasonField } from './reason-field'
import type { ChecklistCriterion, RubricPoint } from './schema'

/**
 * Points × responses: what a point asks stands there once, with a grade per response. By keyboard: arrows up and down go
 * from point to point, a digit grades and goes on; see keys.ts.
 */
export function ChecklistEntry(props: EntryProps<ChecklistCriterion>) {
  const { criterion, slot, content, value, change, readOnly, showMissing, together } = props
  const t = useTranslations('judging.entries.checklist')
  const format = useFormatter()
  const table = useRef<HTMLTableElement>(null)
  const labelId = useId()
  const asked = pointsOf(criterion, content.rubric)
  // Points that read otherwise than when they were judged first are marked until the item is left.
  const [judgedBy] = useState(() => {
    const choice = findRating(value, criterion.id, slot)?.choice
    return choice?.kind === 'checklist' ? choice.rubric : asked.version
  })
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const slots = together ? together.slots : [slot]
  const gradedAt = (at: number) => ({ criterion, slot: at, asked })
  const own = gradesIn(value, gradedAt(slot))
  const atWork = nextOpenPoint(value, gradedAt(slot), null)?.id ?? asked.points[0]?.id
  const hidden = (at: number) => (at === slot ? '' : together?.onlyCurrent ? 'hidden' : together?.othersClass)

  const focusPart = (name: string) => table.current?.querySelector<HTMLElement>(`[data-part="${name}"]`)?.focus()

  function move(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const target = event.target as HTMLElement
    const isReason = target.tagName === 'TEXTAREA'
    const point = pointOfPart(target.closest<HTMLElement>('[data-part]')?.dataset.part ?? null)
    if (isReason && event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      goOn(point)
    } else if (by && !isReason) {
      const at = asked.points.findIndex(one => one.id === point)
      const next = asked.points[at + by]
      if (!next) return
      event.preventDefault()
      focusPart(partName('point', next.id, slot))
    }
  }

  /** From a reason that was given to what lacks something next, or on to the next response. */
  function goOn(after: string | null) {
    const next = nextOpenPoint(value, gradedAt(slot), after)
    if (next) focusPart(partName('point', next.id, slot))
    else if (together) together.onDone()
    else if (after) focusPart(partName('point', after, slot))
  }

  /** Enter in the field of a point: its reason is next, or what lacks something. */
  function settle(point: RubricPoint) {
    if (lacks(own, point, criterion.reasons) === 'reason') focusPart(partName('reason', point.id, slot))
    else goOn(point.id)
  }

  const scoreAt = (at: number) => {
    const grades = gradesIn(value, gradedAt(at))
    if (Object.keys(grades.points).length === 0) return '–'
    const { earned, possible } = earnedShare(asked.points, grades)
    return format.number((100 * earned) / possible, { maximumFractionDigits: 1 })
  }
  const isWeighted = asked.points.some(point => point.weight !== null)
  const possible = asked.points.reduce((sum, point) => sum + (point.weight ?? point.maximum), 0)
  const worth = (point: (typeof asked.points)[number]) =>
    isWeighted
      ? t('share', { share: format.number((point.weight ?? point.maximum) / possible, { style: 'percent' }) })
      : t('worth', { maximum: point.maximum })
  const graded = Object.keys(own.points).length

  return (
    <div className="min-w-0">
      <table ref={table} aria-labelledby={labelId} className="w-full border-collapse text-sm" onKeyDown={move}>
        <thead className="sticky top-0 z-10 bg-card">
          <tr>
            <th scope="col" className="px-3 py-1 text-start font-normal">
              <EntryHead {...props} isAlone={false} labelId={labelId}>
                <span className="tabular truncate text-[0.8125rem] text-muted-foreground">
                  {t('graded', { graded, points: asked.points.length })}
                </span>
              </EntryHead>
            </th>
            {slots.map(at => (
              <th
                key={at}
                scope="col"
                className={cn(
                  'tabular w-px whitespace-nowrap px-2 py-1 text-center font-normal',
                  at === slot && slots.length > 1 && 'bg-accent',
                  hidden(at),
                )}
              >
                {at > 0 ? <bdi className="font-semibold">{slotLetter(at)}</bdi> : null}{' '}
                <bdi className="text-muted-foreground">{t('score', { score: scoreAt(at) })}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        {asked.points.map((point, index) => {
          const isOpen = unfolded.has(point.id)
          const lacking = lacks(own, point, criterion.reasons)
          const given = own.points[point.id]
          const asksReason = criterion.reasons !== 'none' && given && given.earned < Math.round(point.maximum * 100)
          return (
            <tbody key={point.id} className="group/point border-t focus-within:bg-accent/40">
              <tr>
                <th scope="row" className="px-3 py-1.5 text-start align-top font-normal">
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-expanded={isOpen}
                    onClick={() =>
                      setUnfolded(
                        open => new Set(isOpen ? [...open].filter(id => id !== point.id) : [...open, point.id]),
                      )
                    }
                    className="flex w-full min-w-0 gap-2 text-start"
                  >
                    <span aria-hidden className="tabular shrink-0 text-muted-foreground">
                      {index + 1}
                    </span>
                    <span
                      dir="auto"
                      className={cn(
                        'min-w-0 break-words group-focus-within/point:line-clamp-none',
                        !isOpen && 'line-clamp-2',
                      )}
                    >
                      <FormulaLine text={point.text} />
                    </span>
                    <span className="tabular ms-auto shrink-0 ps-2 text-[0.8125rem] text-muted-foreground">
                      {(point.since ?? 1) > judgedBy && judgedBy > 0 ? (
                        <span className="me-2 rounded-sm bg-warning-soft px-1.5 py-0.5 font-medium text-warning">
                          {t('changed')}
                        </span>
                      ) : null}
                      {worth(point)}
                    </span>
                  </button>
                </th>
                {slots.map(at => (
                  <td
                    key={at}
                    className={cn('px-2 py-1 align-top', at === slot && slots.length > 1 && 'bg-accent/60', hidden(at))}
                  >
                    <GradeCell
                      graded={gradedAt(at)}
                      point={point}
                      number={index + 1}
                      value={value}
                      change={change}
                      readOnly={readOnly}
                      isTabStop={at === slot && point.id === atWork}
                      isMissing={showMissing && at === slot && lacking === 'grade'}
                      onEnter={() => together?.onEnter(at)}
                      onGraded={() => settle(point)}
                    />
                  </td>
                ))}
              </tr>
              {asksReason ? (
                <tr>
                  <td colSpan={slots.length + 1} className="px-3 pb-1.5">
                    <ReasonField
                      graded={gradedAt(slot)}
                      point={point}
                      number={index + 1}
                      text={given.reason ?? ''}
                      change={change}
                      readOnly={readOnly}
                      isNeeded={criterion.reasons === 'deductions'}
                      isMissing={showMissing && lacking === 'reason'}
                    />
                  </td>
                </tr>
              ) : null}
            </tbody>
          )
        })}
      </table>
      <output aria-live="polite" className="sr-only">
        {graded > 0
          ? t('said', {
              response: slot > 0 ? slotLetter(slot) : criterion.label,
              graded,
              points: asked.points.length,
              score: scoreAt(slot),
            })
          : ''}
      </output>
    </div>
  )
}
