'use client'

import { useTranslations } from 'next-intl'
import { SwitchField } from '@/components/ui/switch'
import type { EditorProps } from '../editor-props'
import type { RankingCriterion } from './schema'

export const startRanking = (): Omit<RankingCriterion, 'id' | 'label'> => ({
  kind: 'ranking',
  help: '',
  asked: 1,
  scope: 'response',
  ties: true,
})

/** Whether responses may share a rank. */
export function RankingEditor({ criterion, change }: EditorProps<RankingCriterion>) {
  const t = useTranslations('studyForm.criteria.ranking')
  return (
    <SwitchField
      label={t('ties')}
      hint={t('tiesHint')}
      checked={criterion.ties}
      onCheckedChange={ties => change({ ...criterion, ties })}
    />
  )
}
