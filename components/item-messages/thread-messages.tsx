'use client'

import { useFormatter } from 'next-intl'
import { cn } from '@/components/ui/class-names'

interface ThreadMessage {
  isOwn: boolean
  author: string
  text: string
  at: string
}

/** What was written, oldest first; the reader's own words at the end side. */
export function ThreadMessages({ label, messages }: { label: string; messages: ThreadMessage[] }) {
  const format = useFormatter()
  return (
    <ol aria-label={label} className="grid gap-2">
      {messages.map(({ isOwn, author, text, at }) => (
        <li
          key={`${at} ${text}`}
          className={cn(
            'grid max-w-[85%] gap-0.5 rounded-lg border px-3 py-2',
            isOwn ? 'justify-self-end bg-accent' : 'justify-self-start bg-card',
          )}
        >
          <p className="text-[0.8125rem] text-muted-foreground">
            <bdi className="font-medium text-foreground">{author}</bdi>{' '}
            <time dateTime={at} suppressHydrationWarning className="tabular">
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </p>
          <p dir="auto" className="whitespace-pre-wrap break-words">
            {text}
          </p>
        </li>
      ))}
    </ol>
  )
}
