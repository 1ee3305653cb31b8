'use client'

import { useTranslations } from 'next-intl'
import { FormField } from '@/components/ui/form-field'
import { NumberField } from '@/components/ui/number-field'
import { SwitchField } from '@/components/ui/switch'
import type { EditorProps } from '../editor-props'
import { makeId, relabel } from '../make-id'
import { PartField } from '../part-field'
import { PartRows } from '../part-rows'
import type { SpansCriterion } from './schema'

export const startSpans = (): Omit<SpansCriterion, 'id' | 'label'> => ({
  kind: 'spans',
  help: '',
  asked: 1,
  scope: 'response',
  source: false,
  categories: [{ id: 'category-1', label: '', group: '' }],
  severities: [
    { id: 'minor', label: 'Minor', weight: 1 },
    { id: 'major', label: 'Major', weight: 5 },
  ],
})

const idsOf = (parts: readonly { id: string }[]) => new Set(parts.map(part => part.id))

/** What can be marked, as which kind of error, and how grave. */
export function SpansEditor({ criterion, change, errorOf, keptIds }: EditorProps<SpansCriterion>) {
  const t = useTranslations('studyForm.criteria.spans')
  const { categories, severities } = criterion
  return (
    <>
      <SwitchField
        label={t('source')}
        hint={t('sourceHint')}
        checked={criterion.source}
        onCheckedChange={source => change({ ...criterion, source })}
      />
      <PartRows
        legend={t('categories')}
        error={errorOf('categories')}
        parts={categories}
        change={next => change({ ...criterion, categories: next })}
        make={() => ({
          id: makeId('', idsOf(categories), 'category'),
          label: '',
          group: categories.at(-1)?.group ?? '',
        })}
        addLabel={t('addCategory')}
        most={60}
        row={(category, index, set) => (
          <div className="grid gap-2 sm:grid-cols-2">
            <PartField
              label={t('category', { number: index + 1 })}
              maxLength={60}
              value={category.label}
              error={errorOf(`categories.${index}.label`)}
              onChange={label =>
                change({ ...criterion, categories: relabel(categories, index, label, keptIds, 'category') })
              }
            />
            <PartField
              label={t('group', { number: index + 1 })}
              maxLength={60}
              value={category.group}
              onChange={group => set({ ...category, group })}
            />
          </div>
        )}
      />
      <PartRows
        legend={t('severities')}
        hint={t('severitiesHint')}
        error={errorOf('severities')}
        parts={severities}
        change={next => change({ ...criterion, severities: next })}
        make={() => ({ id: makeId('', idsOf(severities), 'severity'), label: '', weight: 1 })}
        addLabel={t('addSeverity')}
        most={6}
        row={(severity, index, set) => (
          <div className="grid gap-2 sm:grid-cols-[1fr_auto]">
            <PartField
              label={t('severity', { number: index + 1 })}
              maxLength={60}
              value={severity.label}
              error={errorOf(`severities.${index}.label`)}
              onChange={label =>
                change({ ...criterion, severities: relabel(severities, index, label, keptIds, 'severity') })
              }
            />
            <FormField
              label={t('weight', { number: index + 1 })}
              hideLabel
              error={errorOf(`severities.${index}.weight`)}
            >
              <NumberField
                className="w-20"
                min={0}
                value={severity.weight}
                onValueChange={weight => set({ ...severity, weight: weight as number })}
              />
            </FormField>
          </div>
        )}
      />
    </>
  )
}
