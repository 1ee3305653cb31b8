'use client'

import { useTranslations } from 'next-intl'
import { ShownOnceDialog, type ShownOnceDialogProps } from './shown-once-dialog'

interface LinkDialogProps extends Pick<ShownOnceDialogProps, 'title' | 'description' | 'onClose'> {
  /** Null: closed. */
  link: string | null
}

/** A secret link, to be copied now: it is not stored and cannot be shown again. */
export function LinkDialog({ link, ...rest }: LinkDialogProps) {
  const t = useTranslations('people')
  return <ShownOnceDialog value={link} label={t('link')} warning={t('linkShownOnce')} done={t('done')} {...rest} />
}
