'use client'

import { ArrowRight, Inbox } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Progress } from '@/components/ui/progress'
import { showLanguageKey } from '@/server/assignments/language-pair'
import type { ContinueAnswer, OwnStudy } from './answers'
import { notify } from './notify'

type Nothing = Extract<ContinueAnswer, { status: 'nothing' }>

/** The studies of a person: how far each is, and the way on. */
export function OwnStudies({ studies }: { studies: OwnStudy[] }) {
  const t = useTranslations('work')
  if (studies.length === 0)
    return <EmptyState icon={Inbox} title={t('noStudies')} description={t('noStudiesDescription')} />
  return (
    <ul className="grid gap-3">
      {studies.map(study => (
        <li key={study.study}>
          <StudyRow study={study} />
        </li>
      ))}
    </ul>
  )
}

function StudyRow({ study }: { study: OwnStudy }) {
  const t = useTranslations('work')
  const format = useFormatter()
  const router = useRouter()
  const refusalText = useRefusalText()
  const client = useTRPCClient()
  const [isPending, setIsPending] = useState(false)
  const [nothing, setNothing] = useState<Nothing | null>(null)
  const all = study.judged + study.remaining
  const isOpen = study.state === 'OPEN'

  async function goOn() {
    setIsPending(true)
    setNothing(null)
    try {
      const answer = await client.assignments.continueStudy.mutate({ study: study.study })
      if (answer.status === 'assignment') return router.push(`/work/${answer.assignment}`)
      setNothing(answer)
    } catch (error) {
      void notify('error', refusalText(error))
    }
    setIsPending(false)
  }

  return (
    <article aria-label={study.name} className="grid gap-3 rounded-lg border bg-card p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="grid min-w-48 flex-1 gap-1">
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="min-w-0 break-words font-semibold text-base">{study.name}</h2>
            {isOpen ? null : (
              <Badge variant={study.state === 'PAUSED' ? 'warning' : 'muted'}>{t(`states.${study.state}`)}</Badge>
            )}
          </div>
          <p className="tabular text-[0.8125rem] text-muted-foreground">
            {isOpen
              ? t('counts', { judged: format.number(study.judged), remaining: remainingText(study.remaining, format) })
              : t('judgedOnly', { judged: format.number(study.judged) })}
            {study.languages.length > 0 ? ` · ${study.languages.map(showLanguageKey).join(', ')}` : ''}
          </p>
        </div>
        <div className="ms-auto flex flex-wrap items-center gap-2">
          {study.judged > 0 ? (
            <Button asChild variant="ghost">
              <Link href={`/work/judgments?study=${encodeURIComponent(study.study)}`}>{t('earlier')}</Link>
            </Button>
          ) : null}
          {isOpen ? (
            <Button onClick={goOn} pending={isPending} variant={study.hasWork ? 'default' : 'outline'}>
              {study.judged > 0 ? t('continue') : t('begin')}
              <ArrowRight aria-hidden className="rtl:rotate-180" />
            </Button>
          ) : null}
        </div>
      </div>
      {isOpen && all > 0 ? (
        <Progress
          size="sm"
          value={study.judged}
          max={all}
          label={t('progressOf', { study: study.name })}
          valueText={t('counts', { judged: format.number(study.judged), remaining: format.number(study.remaining) })}
        />
      ) : null}
      {study.state === 'PAUSED' ? <p className="text-muted-foreground">{t('nothing.paused')}</p> : null}
      {nothing ? <Alert>{t(`nothing.${nothing.reason}`, nothing.detail)}</Alert> : null}
    </article>
  )
}

const mostCounted = 1000

const remainingText = (remaining: number, format: ReturnType<typeof useFormatter>) =>
  remaining >= mostCounted ? `${format.number(mostCounted)}+` : format.number(remaining)
