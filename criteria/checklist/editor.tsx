'use client'

import { useTranslations } from 'next-intl'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { NumberField } from '@/components/ui/number-field'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import type { EditorProps } from '../editor-props'
import { makeId } from '../make-id'
import { PartField } from '../part-field'
import { PartRows } from '../part-rows'
import type { ChecklistCriterion, RubricPoint } from './schema'

export const startChecklist = (): Omit<ChecklistCriterion, 'id' | 'label'> => ({
  kind: 'checklist',
  help: '',
  asked: 1,
  scope: 'response',
  points: { from: 'item' },
  reasons: 'deductions',
})

const newPoint = (points: readonly RubricPoint[]): RubricPoint => ({
  id: makeId('', new Set(points.map(point => point.id)), 'point'),
  text: '',
  maximum: 1,
  grading: 'met',
  weight: null,
})

/** Where the points come from, what they are, and when a reason is needed. */
export function ChecklistEditor({ criterion, change, errorOf }: EditorProps<ChecklistCriterion>) {
  const t = useTranslations('studyForm.criteria.checklist')
  const points = criterion.points.from === 'protocol' ? criterion.points.points : []
  const setPoints = (next: RubricPoint[]) => change({ ...criterion, points: { from: 'protocol', points: next } })
  return (
    <>
      <FormField label={t('from')} error={errorOf('points')} group>
        <RadioGroup
          value={criterion.points.from}
          onValueChange={from =>
            from === 'item' ? change({ ...criterion, points: { from: 'item' } }) : setPoints([newPoint([])])
          }
        >
          <RadioItem value="item" label={t('fromItem')} hint={t('fromItemHint')} />
          <RadioItem value="protocol" label={t('fromProtocol')} hint={t('fromProtocolHint')} />
        </RadioGroup>
      </FormField>
      {criterion.points.from === 'protocol' ? (
        <PartRows
          legend={t('points')}
          error={errorOf('points.points')}
          parts={points}
          change={setPoints}
          make={() => newPoint(points)}
          addLabel={t('add')}
          most={100}
          row={(point, index, set) => (
            <div className="grid gap-2 sm:grid-cols-[1fr_auto_auto]">
              <PartField
                label={t('point', { number: index + 1 })}
                maxLength={4000}
                value={point.text}
                error={errorOf(`points.points.${index}.text`)}
                onChange={text => set({ ...point, text })}
              />
              <FormField
                label={t('maximum', { number: index + 1 })}
                hideLabel
                error={errorOf(`points.points.${index}.maximum`)}
              >
                <NumberField
                  className="w-20"
                  min={0}
                  value={point.maximum}
                  onValueChange={maximum => set({ ...point, maximum: maximum as number })}
                />
              </FormField>
              <FormField label={t('grading', { number: index + 1 })} hideLabel>
                <NativeSelect
                  className="w-40"
                  value={point.grading}
                  onChange={event => set({ ...point, grading: event.target.value as RubricPoint['grading'] })}
                >
                  <option value="met">{t('met')}</option>
                  <option value="partly">{t('partly')}</option>
                  <option value="points">{t('byPoints')}</option>
                </NativeSelect>
              </FormField>
            </div>
          )}
        />
      ) : null}
      <FormField label={t('reasons')} error={errorOf('reasons')} group>
        <RadioGroup
          value={criterion.reasons}
          onValueChange={reasons => change({ ...criterion, reasons: reasons as ChecklistCriterion['reasons'] })}
        >
          <RadioItem value="deductions" label={t('reasonsDeductions')} hint={t('reasonsDeductionsHint')} />
          <RadioItem value="optional" label={t('reasonsOptional')} />
          <RadioItem value="none" label={t('reasonsNone')} />
        </RadioGroup>
      </FormField>
    </>
  )
}
