'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import type { JudgmentContent } from '@/server/judgments/schema'

interface OutdatedNoticeProps {
  content: BlindedAssignmentData
  value: JudgmentContent
  onReload?: () => void
}

/** Something was entered by a newer rubric than the one on the screen (in another tab): the item is to be loaded again. */
export function OutdatedNotice({ content, value, onReload }: OutdatedNoticeProps) {
  const t = useTranslations('judging')
  const shown = content.rubric?.version ?? 0
  const isOutdated = value.ratings.some(({ choice }) => choice?.kind === 'checklist' && choice.rubric > shown)
  if (!isOutdated || !onReload) return null
  return (
    <Alert
      variant="warning"
      title={t('outdatedTitle')}
      action={
        <Button variant="outline" size="sm" onClick={onReload}>
          {t('outdatedLoad')}
        </Button>
      }
    >
      {t('outdated')}
    </Alert>
  )
}
