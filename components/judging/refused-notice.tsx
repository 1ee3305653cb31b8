'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { Outgoing } from './store'
import { useWorkSession } from './work-session'

const known = [
  'closed',
  'taken',
  'skipped',
  'returned',
  'cancelled',
  'submitted_elsewhere',
  'key_reused',
  'not_revealed',
  'too_late',
  'invalid',
] as const

/** Submissions that the server did not take, each with the way back to what was entered. */
export function RefusedNotice({ entries }: { entries: Outgoing[] }) {
  const t = useTranslations('judging')
  const { outbox } = useWorkSession()
  return (
    <div className="grid max-h-48 shrink-0 gap-2 overflow-y-auto p-2">
      {entries.map(entry => {
        const reason = known.find(name => name === entry.refused) ?? 'invalid'
        return (
          <Alert
            key={entry.sequence}
            variant="destructive"
            title={t('refusedTitle')}
            action={
              <div className="flex gap-2">
                <Button asChild variant="outline" size="sm">
                  <Link href={`/work/${entry.assignment}`}>{t('refusedOpen')}</Link>
                </Button>
                <Button variant="ghost" size="sm" onClick={() => outbox.dismiss(entry)}>
                  {t('dismiss')}
                </Button>
              </div>
            }
          >
            {t(`refusals.${reason}`)}
          </Alert>
        )
      })}
    </div>
  )
}
