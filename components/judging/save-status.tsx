'use client'

import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SaveState } from './draft-sync'
import { useOutbox } from './work-session'

const looks = {
  saved: { Icon: Check, ink: 'text-muted-foreground' },
  saving: { Icon: LoaderCircle, ink: 'text-muted-foreground' },
  offline: { Icon: CloudOff, ink: 'text-warning' },
  'signed-out': { Icon: TriangleAlert, ink: 'text-destructive' },
  refused: { Icon: TriangleAlert, ink: 'text-destructive' },
  conflict: { Icon: TriangleAlert, ink: 'text-warning' },
}

/** Where what was entered is: on the server, on its way, or only here. */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations('judging')
  const outbox = useOutbox()
  const unsent = outbox.pending.length
  const stuck = unsent > 0 && (outbox.state === 'offline' || outbox.state === 'signed-out')
  const shown = stuck ? (outbox.state === 'offline' ? 'offline' : 'signed-out') : state
  const { Icon, ink } = looks[shown]
  return (
    <span
      role="status"
      data-save-state={shown}
      className={`flex items-center gap-1.5 whitespace-nowrap text-[0.8125rem] ${ink}`}
    >
      <Icon aria-hidden className={`size-3.5 shrink-0 ${shown === 'saving' ? 'animate-spin' : ''}`} />
      {shown === 'signed-out' ? (
        <a href="/sign-in?to=/work" className="underline">
          {t('saveStates.signed-out')}
        </a>
      ) : (
        <span className={shown === 'saved' || shown === 'saving' ? 'max-sm:sr-only' : ''}>
          {t(`saveStates.${shown}`)}
        </span>
      )}
      {stuck ? <span className="tabular">{t('unsent', { count: unsent })}</span> : null}
    </span>
  )
}
