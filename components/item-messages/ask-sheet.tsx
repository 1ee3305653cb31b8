'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useTRPCClient } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Alert } from '@/components/ui/alert'
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetHeader, SheetTitle } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import type { OwnThread } from '@/server/item-messages/schema'
import { MessageForm } from './message-form'
import { ThreadMessages } from './thread-messages'

interface AskSheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  assignment: string
}

/** A question to the team about the item on the screen, and what they answered. */
export function AskSheet({ open, onOpenChange, assignment }: AskSheetProps) {
  const t = useTranslations('itemMessages')
  const refusalText = useRefusalText()
  const client = useTRPCClient()
  const [thread, setThread] = useState<OwnThread | null>(null)
  const [failure, setFailure] = useState<unknown>(null)

  useEffect(() => {
    let isOver = false
    client.itemMessages.readOwn.mutate({ assignment }).then(
      read => !isOver && setThread(read),
      error => !isOver && setFailure(error),
    )
    return () => {
      isOver = true
    }
  }, [client, assignment])

  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent size="lg">
        <SheetHeader>
          <SheetTitle>{t('askTitle')}</SheetTitle>
          <SheetDescription>{t('askDescription')}</SheetDescription>
        </SheetHeader>
        <SheetBody>
          {failure ? (
            <Alert variant="destructive">{refusalText(failure)}</Alert>
          ) : thread === null ? (
            <Skeleton className="h-16" />
          ) : (
            <ThreadMessages
              label={t('thread')}
              messages={thread.messages.map(({ from, text, at }) => ({
                isOwn: from === 'me',
                author: t(from),
                text,
                at,
              }))}
            />
          )}
          <MessageForm
            label={t('question')}
            hint={t('questionHint')}
            autoFocus
            onSend={async text => setThread(await client.itemMessages.send.mutate({ assignment, text }))}
          />
        </SheetBody>
      </SheetContent>
    </Sheet>
  )
}
