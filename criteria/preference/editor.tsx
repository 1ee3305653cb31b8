'use client'

import { useTranslations } from 'next-intl'
import { SwitchField } from '@/components/ui/switch'
import type { EditorProps } from '../editor-props'
import { PartField } from '../part-field'
import { PartRows } from '../part-rows'
import type { PreferenceCriterion } from './schema'

export const startPreference = (): Omit<PreferenceCriterion, 'id' | 'label'> => ({
  kind: 'preference',
  help: '',
  asked: 1,
  scope: 'item',
  strengths: ['Barely better', 'Slightly better', 'Better', 'Much better'],
  tie: true,
  bothUnusable: false,
})

/** Its strengths, and what can be said without a winner. */
export function PreferenceEditor({ criterion, change, errorOf }: EditorProps<PreferenceCriterion>) {
  const t = useTranslations('studyForm.criteria.preference')
  return (
    <>
      <PartRows
        legend={t('strengths')}
        hint={t('strengthsHint')}
        error={errorOf('strengths')}
        parts={criterion.strengths}
        change={strengths => change({ ...criterion, strengths })}
        make={() => ''}
        addLabel={t('add')}
        most={4}
        row={(strength, index, set) => (
          <PartField
            label={t('strength', { number: index + 1 })}
            maxLength={40}
            value={strength}
            error={errorOf(`strengths.${index}`)}
            onChange={set}
          />
        )}
      />
      <SwitchField
        label={t('tie')}
        hint={t('tieHint')}
        checked={criterion.tie}
        onCheckedChange={tie => change({ ...criterion, tie })}
      />
      <SwitchField
        label={t('unusable')}
        hint={t('unusableHint')}
        checked={criterion.bothUnusable}
        onCheckedChange={bothUnusable => change({ ...criterion, bothUnusable })}
      />
    </>
  )
}
