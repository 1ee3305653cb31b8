'use client'

import { useTranslations } from 'next-intl'
import { type SyntheticEvent, useState } from 'react'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { Textarea } from '@/components/ui/textarea'
import { mostMessageCharacters } from '@/criteria/limits'

interface MessageFormProps {
  label: string
  hint?: string
  autoFocus?: boolean
  /** Rejects when it was not sent; the words stay. */
  onSend: (text: string) => Promise<void>
}

/** Words to the other side. Ctrl+Enter sends. */
export function MessageForm({ label, hint, autoFocus, onSend }: MessageFormProps) {
  const t = useTranslations('itemMessages')
  const refusalText = useRefusalText()
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [isPending, setIsPending] = useState(false)

  async function send(event: SyntheticEvent) {
    event.preventDefault()
    if (isPending) return
    if (text.trim() === '') return setError(t('empty'))
    setIsPending(true)
    setError(undefined)
    try {
      await onSend(text)
      setText('')
    } catch (failure) {
      setError(refusalText(failure))
    }
    setIsPending(false)
  }

  return (
    <form method="post" onSubmit={send} className="grid gap-2">
      <FormField label={label} hint={hint} error={error}>
        <Textarea
          rows={3}
          autoGrow
          dir="auto"
          autoFocus={autoFocus}
          maxLength={mostMessageCharacters}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event)
          }}
        />
      </FormField>
      <Button type="submit" pending={isPending} className="justify-self-end">
        {t('send')}
      </Button>
    </form>
  )
}
