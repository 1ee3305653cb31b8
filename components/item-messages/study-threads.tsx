'use client'

import { useMutation } from '@tanstack/react-query'
import { MessagesSquare } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import type { StudyThread } from '@/server/item-messages/queries'
import { MessageForm } from './message-form'
import { ThreadMessages } from './thread-messages'

interface StudyThreadsProps {
  slug: string
  study: string
  threads: StudyThread[]
  unanswered: boolean
}

/** What annotators ask about items, and the answers. */
export function StudyThreads({ slug, study, threads, unanswered }: StudyThreadsProps) {
  const t = useTranslations('itemMessages')
  const router = useRouter()
  const reply = useMutation(useTRPC().itemMessages.reply.mutationOptions())
  const look = (isCurrent: boolean) => buttonClasses({ variant: isCurrent ? 'secondary' : 'ghost', size: 'sm' })
  const at = `/studies/${slug}/review/messages`
  const choice = (
    <nav aria-label={t('choice')} className="flex gap-1">
      <Link href={`${at}?unanswered=true`} aria-current={unanswered ? 'page' : undefined} className={look(unanswered)}>
        {t('unanswered')}
      </Link>
      <Link href={at} aria-current={unanswered ? undefined : 'page'} className={look(!unanswered)}>
        {t('all')}
      </Link>
    </nav>
  )
  return (
    <Section title={t('title')} description={t('description')} actions={choice}>
      {threads.length === 0 ? (
        <EmptyState icon={MessagesSquare} title={t(unanswered ? 'noneUnanswered' : 'noneOfStudy')} />
      ) : (
        <ul className="divide-y rounded-lg border bg-card">
          {threads.map(thread => (
            <li key={thread.assignment} className="grid gap-3 px-4 py-4">
              <p className="flex flex-wrap items-center gap-2">
                <Link
                  href={`/studies/${slug}/preview?item=${thread.itemId}`}
                  className="font-medium text-primary underline-offset-4 hover:underline"
                >
                  {thread.externalId}
                </Link>
                <span className="text-muted-foreground">
                  {[thread.language, thread.category].filter(Boolean).join(' · ')}
                </span>
                {thread.unread > 0 ? (
                  <Badge variant="warning">{t('newQuestions', { count: thread.unread })}</Badge>
                ) : null}
              </p>
              <ThreadMessages
                label={t('threadOf', { name: thread.annotator })}
                messages={thread.messages.map(({ fromAdmin, author, text, at: when }) => ({
                  isOwn: fromAdmin,
                  author: fromAdmin ? (author ?? t('operator')) : thread.annotator,
                  text,
                  at: when,
                }))}
              />
              <details>
                <summary className="cursor-pointer text-primary text-sm">{t('answer')}</summary>
                <div className="pt-2">
                  <MessageForm
                    label={t('answerTo', { name: thread.annotator })}
                    hint={t('answerHint')}
                    onSend={async text => {
                      await reply.mutateAsync({ study, assignment: thread.assignment, text })
                      toast.success(t('sent'))
                      router.refresh()
                    }}
                  />
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
