import { Flag } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import type { StudyFlag } from '@/server/studies/queries/list-flags'
import { FlagDecision } from './flag-decision'

interface FlagQueueProps {
  slug: string
  study: string
  flags: StudyFlag[]
  isResolved: boolean
}

/** What annotators said of items, for somebody to decide on. */
export function FlagQueue({ slug, study, flags, isResolved }: FlagQueueProps) {
  const t = useTranslations('studyFlags')
  const look = (isCurrent: boolean) => buttonClasses({ variant: isCurrent ? 'secondary' : 'ghost', size: 'sm' })
  const choice = (
    <nav aria-label={t('choice')} className="flex gap-1">
      <Link
        href={`/studies/${slug}/flags`}
        aria-current={isResolved ? undefined : 'page'}
        className={look(!isResolved)}
      >
        {t('open')}
      </Link>
      <Link
        href={`/studies/${slug}/flags?resolved=true`}
        aria-current={isResolved ? 'page' : undefined}
        className={look(isResolved)}
      >
        {t('resolved')}
      </Link>
    </nav>
  )
  return (
    <Section title={t('title')} description={t('description')} actions={choice}>
      {flags.length === 0 ? (
        <EmptyState icon={Flag} title={t(isResolved ? 'noneResolved' : 'none')} />
      ) : (
        <ul className="divide-y rounded-lg border bg-card">
          {flags.map(flag => (
            <FlagRow key={flag.id} flag={flag} slug={slug} study={study} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function FlagRow({ flag, slug, study }: { flag: StudyFlag; slug: string; study: string }) {
  const t = useTranslations('studyFlags')
  const format = useFormatter()
  const when = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-80 gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <Badge variant={flag.resolvedAt ? 'muted' : 'warning'}>{t(`kind.${flag.kind}`)}</Badge>
          <Link
            href={`/studies/${slug}/preview?item=${flag.itemId}`}
            className="font-medium text-primary underline-offset-4 hover:underline"
          >
            {flag.externalId}
          </Link>
          <span className="text-muted-foreground">
            {[flag.language, flag.category].filter(Boolean).join(' · ')}
            {flag.others > 0 ? ` · ${t('others', { count: flag.others })}` : ''}
          </span>
        </p>
        {flag.note ? (
          <p dir="auto" className="whitespace-pre-wrap break-words">
            {flag.note}
          </p>
        ) : null}
        <p className="text-[0.8125rem] text-muted-foreground">
          {t('by', { name: flag.annotator, date: when(flag.createdAt) })}
        </p>
        {flag.resolvedAt ? (
          <p className="break-words border-s-2 ps-2 text-[0.8125rem]">
            <span dir="auto">{flag.resolution}</span>{' '}
            <span className="text-muted-foreground">
              {t('resolvedBy', { name: flag.resolvedBy ?? t('operator'), date: when(flag.resolvedAt) })}
            </span>
          </p>
        ) : null}
      </div>
      <FlagDecision study={study} flag={flag} />
    </li>
  )
}
