'use client'

import { useTranslations } from 'next-intl'
import { Foldable } from '@/components/rendering/foldable'
import { Markdown } from '@/components/rendering/markdown'
import { cn } from '@/components/ui/class-names'
import type { BlindedAssignmentData } from '@/server/blinding/schema'

type Message = BlindedAssignmentData['messages'][number]

interface ConversationMessagesProps {
  messages: Message[]
  lang: string
  raw: boolean
  /** Index of the first message in the whole conversation: folding is kept by it. */
  from: number
  isOpen: (part: string) => boolean
  onOpenChange: (part: string, open: boolean) => void
  /** A single user message is "Prompt", not "User". */
  alone: boolean
}

/** What was said before the responses' turn: system text, earlier answers, the user's words. */
export function ConversationMessages(props: ConversationMessagesProps) {
  const { messages, lang, raw, from, isOpen, onOpenChange, alone } = props
  const t = useTranslations('judging')
  return messages.map((message, index) => {
    const part = `message ${from + index}`
    const label = alone && message.role === 'user' ? t('prompt') : t(`roles.${message.role}`)
    return (
      <section
        key={part}
        aria-label={label}
        className={cn('max-w-4xl', message.role === 'assistant' && 'border-s-2 ps-4 text-muted-foreground')}
      >
        <h2 className="mb-1 font-medium text-muted-foreground text-xs">{label}</h2>
        <Foldable short open={isOpen(part)} onOpenChange={open => onOpenChange(part, open)} label={label}>
          <Markdown text={message.text} lang={lang} raw={raw} className={message.role === 'system' ? 'text-sm' : ''} />
        </Foldable>
      </section>
    )
  })
}
