'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Foldable } from '@/components/rendering/foldable'
import { Markdown } from '@/components/rendering/markdown'
import { cn } from '@/components/ui/class-names'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import { MarkedText, type Marking } from './marked-text'

type Message = BlindedAssignmentData['messages'][number]

interface ConversationMessagesProps {
  messages: Message[]
  lang: string
  /** What a translation starts from; null: no translation. */
  sourceLanguage: string | null
  raw: boolean
  marking?: Marking
  /** The response at work: what is marked in the source is left out there. */
  current: number
  /** Index of the last message: the source. */
  last: number
  /** Index of the first message in the whole conversation: folding is kept by it. */
  from: number
  isOpen: (part: string) => boolean
  onOpenChange: (part: string, open: boolean) => void
  /** A single user message is "Prompt", not "User". */
  alone: boolean
}

/** What was said before the responses' turn: system text, earlier answers, the user's words. */
export function ConversationMessages(props: ConversationMessagesProps) {
  const { messages, lang, sourceLanguage, raw, marking, current, last, from, isOpen, onOpenChange, alone } = props
  const t = useTranslations('judging')
  const locale = useLocale()
  const prompt = sourceLanguage ? t('sourceIn', { language: nameOf(sourceLanguage, locale) }) : t('prompt')
  return messages.map((message, index) => {
    const part = `message ${from + index}`
    const label = alone && message.role === 'user' ? prompt : t(`roles.${message.role}`)
    return (
      <section
        key={part}
        aria-label={label}
        className={cn('max-w-4xl', message.role === 'assistant' && 'border-s-2 ps-4 text-muted-foreground')}
      >
        <h2 className="mb-1 font-medium text-muted-foreground text-xs">{label}</h2>
        <Foldable short open={isOpen(part)} onOpenChange={open => onOpenChange(part, open)} label={label}>
          {marking && from + index === last ? (
            <MarkedText text={message.text} lang={lang} part="source" turn={last} slot={current} marking={marking} />
          ) : (
            <Markdown
              text={message.text}
              lang={lang}
              raw={raw}
              className={message.role === 'system' ? 'text-sm' : ''}
            />
          )}
        </Foldable>
      </section>
    )
  })
}

/** "English", in the reader's language. */
function nameOf(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
