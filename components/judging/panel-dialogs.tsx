'use client'

import { useTranslations } from 'next-intl'
import { cannotJudgeReason, withCannotJudge } from '@/criteria/ratings'
import { slotLetter } from '@/server/blinding/slot-letter'
import { GuidelinesSheet, KeysDialog, ReasonDialog } from './dialogs'
import type { JudgedItem } from './judged-item'
import type { JudgingViewProps } from './judging-view'

export type PanelDialog = 'guidelines' | 'keys' | 'cannotJudge'

interface PanelDialogsProps extends Pick<JudgingViewProps, 'guidelines' | 'value' | 'onChange' | 'onTour'> {
  open: PanelDialog | null
  onClose: () => void
  item: JudgedItem
  current: number
  /** A response was marked as one that cannot be judged. */
  onPassed: () => void
}

/** The dialogs that an item has wherever it is shown. */
export function PanelDialogs({
  open,
  onClose,
  item,
  current,
  guidelines,
  value,
  onChange,
  onTour,
  onPassed,
}: PanelDialogsProps) {
  const t = useTranslations('judging')
  if (open === 'guidelines')
    return <GuidelinesSheet open onOpenChange={onClose} guidelines={guidelines} criteria={item.asked} />
  if (open === 'keys') return <KeysDialog open onOpenChange={onClose} criteria={item.asked} onTour={onTour} />
  if (open !== 'cannotJudge') return null
  return (
    <ReasonDialog
      open
      onOpenChange={onClose}
      title={t('cannotJudgeTitle', { letter: slotLetter(current) })}
      description={t('cannotJudgeDescription')}
      label={t('reason')}
      confirmLabel={t('cannotJudgeConfirm')}
      suggestions={[
        t('cannotJudgeReasons.unreadable'),
        t('cannotJudgeReasons.cutOff'),
        t('cannotJudgeReasons.language'),
      ]}
      onConfirm={reason => {
        onChange(content => withCannotJudge(content, item.asked, current, reason))
        onClose()
        if (cannotJudgeReason(value, item.asked, current) === null) onPassed()
      }}
    />
  )
}
