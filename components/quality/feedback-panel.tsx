'use client'

import { CircleCheck, CircleDashed } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { Feedback, FeedbackLine } from '@/server/quality/schema'

interface FeedbackPanelProps {
  feedback: Feedback
  /** Absent: the item was judged earlier, and nothing waits. */
  onContinue?: () => void
}

const trainingTexts = { passed: 'trainingPassed', again: 'trainingAgain', failed: 'trainingFailed' } as const

/** The known answers of the item above, beside what was given. Enter goes on. */
export function FeedbackPanel({ feedback, onContinue }: FeedbackPanelProps) {
  const t = useTranslations('judging.feedback')
  const titleId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const { passed, lines, explanation, training } = feedback
  const end = training && training !== 'goes-on' ? trainingTexts[training] : null
  const title = passed === null ? t('neutral') : passed ? t('passed') : t('notPassed')

  useEffect(() => button.current?.focus(), [])

  return (
    <section aria-labelledby={titleId} className="max-h-[55%] shrink-0 overflow-y-auto border-t bg-card shadow-lg">
      <div className="mx-auto grid max-w-4xl gap-3 p-4">
        <div role="status">
          <h2 id={titleId} className="font-semibold text-base">
            {title}
          </h2>
        </div>
        {lines.length > 0 ? (
          <table className="w-full text-sm">
            <caption className="sr-only">{t('title')}</caption>
            <thead className="text-muted-foreground text-xs">
              <tr>
                <td />
                <th scope="col" className="py-1 pe-3 text-start font-medium">
                  {t('expected')}
                </th>
                <th scope="col" className="py-1 text-start font-medium">
                  {t('given')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one answer never change
                <Line key={index} line={line} />
              ))}
            </tbody>
          </table>
        ) : null}
        {explanation ? (
          <div className="grid gap-0.5 text-sm">
            <p className="font-medium text-muted-foreground text-xs">{t('explanation')}</p>
            <p dir="auto" className="whitespace-pre-wrap text-pretty break-words">
              {explanation}
            </p>
          </div>
        ) : null}
        {end ? <Alert variant={training === 'passed' ? 'success' : 'info'}>{t(end)}</Alert> : null}
        <div className="flex justify-end">
          {onContinue ? (
            <Button ref={button} onClick={onContinue}>
              {t('continue')}
            </Button>
          ) : (
            <Button asChild variant="outline">
              <Link href="/work">{t('backToWork')}</Link>
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

function Line({ line }: { line: FeedbackLine }) {
  const t = useTranslations('judging.feedback')
  const [first, second] = line.slots.map(slotLetter)
  const of =
    first && second
      ? t('lineOfTwo', { criterion: line.label, better: first, worse: second })
      : first && line.kind !== 'winner'
        ? t('lineOf', { criterion: line.label, slot: first })
        : t('lineOfItem', { criterion: line.label })
  return (
    <tr className="border-t align-top">
      <th scope="row" className="py-1.5 pe-3 text-start font-normal">
        <span className="flex items-center gap-1.5">
          {line.met ? (
            <CircleCheck aria-label={t('met')} className="size-4 shrink-0 text-success" />
          ) : (
            <CircleDashed aria-label={t('missed')} className="size-4 shrink-0 text-warning" />
          )}
          <bdi>{of}</bdi>
        </span>
      </th>
      <td className="py-1.5 pe-3">
        <Expected line={line} />
      </td>
      <td className="py-1.5">{line.given === null ? t('nothing') : <Given line={line} given={line.given} />}</td>
    </tr>
  )
}

function Expected({ line: { kind, expected, tolerance } }: { line: FeedbackLine }) {
  const t = useTranslations('judging.feedback')
  if (kind === 'order') return t('atLeast', { amount: expected })
  if (kind === 'winner') return <Winner winner={expected} />
  if (kind === 'without-labels') return t('without', { labels: expected })
  const value =
    kind === 'rank' ? t('rank', { value: expected }) : kind === 'score' ? t('score', { value: expected }) : expected
  return tolerance ? t('valueAbout', { value, tolerance }) : value
}

function Given({ line: { kind }, given }: { line: FeedbackLine; given: string }) {
  const t = useTranslations('judging.feedback')
  if (kind === 'winner' || (kind === 'order' && /^([A-Z]|tie|unusable)$/.test(given))) return <Winner winner={given} />
  if (kind === 'rank') return t('rank', { value: given })
  return kind === 'score' ? t('score', { value: given }) : given
}

function Winner({ winner }: { winner: string }) {
  const t = useTranslations('judging.feedback')
  return winner === 'tie' ? t('tie') : winner === 'unusable' ? t('unusable') : t('prefers', { slot: winner })
}
