'use client'

import { useTranslations } from 'next-intl'
import { ShownOnceDialog, type ShownOnceDialogProps } from './shown-once-dialog'

interface SecretDialogProps extends Pick<ShownOnceDialogProps, 'title' | 'description' | 'onClose'> {
  /** Null: closed. */
  secret: string | null
}

/** A secret for a program, to be copied now: it cannot be shown again. */
export function SecretDialog({ secret, ...rest }: SecretDialogProps) {
  const t = useTranslations('integrations')
  return <ShownOnceDialog value={secret} label={t('secret')} warning={t('copyNow')} done={t('done')} {...rest} />
}
