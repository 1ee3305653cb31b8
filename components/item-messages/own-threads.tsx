import { MessagesSquare } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import type { OwnThreadSummary } from '@/server/item-messages/schema'

/** A person's questions about items, those with a new answer first. */
export function OwnThreads({ threads }: { threads: OwnThreadSummary[] }) {
  const t = useTranslations('itemMessages')
  const format = useFormatter()
  if (threads.length === 0) return <EmptyState icon={MessagesSquare} title={t('none')} description={t('noneHint')} />
  return (
    <ul className="divide-y rounded-lg border bg-card">
      {threads.map(thread => (
        <li key={thread.assignment} className="grid gap-1 px-4 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <Link
              href={`/work/${thread.assignment}?messages=open`}
              prefetch={false}
              dir="auto"
              className="line-clamp-1 font-medium text-primary underline-offset-4 hover:underline"
            >
              {thread.promptStart.trim() || t('untitled')}
            </Link>
            {thread.unread > 0 ? <Badge variant="success">{t('newAnswers', { count: thread.unread })}</Badge> : null}
          </p>
          <p dir="auto" className="line-clamp-2 break-words">
            <span className="text-muted-foreground">{t(thread.lastFrom)}: </span>
            {thread.lastText}
          </p>
          <p className="text-[0.8125rem] text-muted-foreground">
            <bdi>{thread.studyName}</bdi> ·{' '}
            {format.dateTime(new Date(thread.lastAt), { dateStyle: 'medium', timeStyle: 'short' })}
          </p>
        </li>
      ))}
    </ul>
  )
}
