'use client'

import { useTranslations } from 'next-intl'
import { SwitchField } from '@/components/ui/switch'
import type { EditorProps } from '../editor-props'
import { makeId, relabel } from '../make-id'
import { PartField } from '../part-field'
import { PartRows } from '../part-rows'
import type { ChoiceCriterion } from './schema'

export const startChoice = (): Omit<ChoiceCriterion, 'id' | 'label'> => ({
  kind: 'choice',
  help: '',
  asked: 1,
  scope: 'response',
  options: [{ id: 'label-1', label: '', help: '' }],
  many: true,
  mandatory: false,
})

/** The labels, and how many of them may or must be chosen. */
export function ChoiceEditor({ criterion, change, errorOf, keptIds }: EditorProps<ChoiceCriterion>) {
  const t = useTranslations('studyForm.criteria')
  const { options } = criterion
  return (
    <>
      <PartRows
        legend={t('choice.options')}
        hint={t('choice.optionsHint')}
        error={errorOf('options')}
        parts={options}
        change={next => change({ ...criterion, options: next })}
        make={() => ({ id: makeId('', new Set(options.map(option => option.id)), 'label'), label: '', help: '' })}
        addLabel={t('choice.add')}
        most={40}
        row={(option, index, set) => (
          <div className="grid gap-2 sm:grid-cols-2">
            <PartField
              label={t('choice.option', { number: index + 1 })}
              maxLength={80}
              value={option.label}
              error={errorOf(`options.${index}.label`)}
              onChange={label => change({ ...criterion, options: relabel(options, index, label, keptIds, 'label') })}
            />
            <PartField
              label={t('choice.optionHelp', { number: index + 1 })}
              maxLength={300}
              value={option.help}
              error={errorOf(`options.${index}.help`)}
              onChange={help => set({ ...option, help })}
            />
          </div>
        )}
      />
      <SwitchField
        label={t('choice.many')}
        hint={t('choice.manyHint')}
        checked={criterion.many}
        onCheckedChange={many => change({ ...criterion, many })}
      />
      <SwitchField
        label={t('choice.mandatory')}
        hint={t('choice.mandatoryHint')}
        checked={criterion.mandatory}
        onCheckedChange={mandatory => change({ ...criterion, mandatory })}
      />
    </>
  )
}
