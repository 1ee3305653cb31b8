import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { mostPlannedItems } from '@/server/studies/items-for-sign-test'
import type { PlanInput } from '@/server/studies/plan-input'
import type { Plan } from '@/server/studies/queries/get-plan'

interface PlanningFormProps {
  plan: Plan
  input: PlanInput
  earlier: { slug: string; name: string }[]
}

const shown = (value: number) => Number(value.toPrecision(4))

/** A plain form that asks the same page again: works without script. */
export function PlanningForm({ plan, input, earlier }: PlanningFormProps) {
  const t = useTranslations('planning')
  const { measures, measure, items, imported, assumptions } = plan
  const { scores, winShare, lossShare, power } = assumptions
  const number = (name: string, value: number, limits: { min: number; max: number; step: number | 'any' }) => (
    <Input key={`${name} ${value}`} type="number" name={name} defaultValue={shown(value)} {...limits} />
  )
  const percent = { min: 0, max: 100, step: 'any' } as const
  return (
    <form method="get" className="grid gap-4 rounded-lg border bg-card p-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <FormField label={t('items')} hint={t('itemsHint', { count: imported.all })}>
          {number('items', items, { min: 2, max: mostPlannedItems, step: 1 })}
        </FormField>
        {measures.length > 1 ? (
          <FormField label={t('criterion')}>
            <NativeSelect name="criterion" defaultValue={measure.criterion}>
              {measures.map(({ criterion, label }) => (
                <option key={criterion} value={criterion}>
                  {label}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        ) : null}
        <FormField label={t('power')} hint={t('powerHint')}>
          {number('power', 100 * power, { min: 10, max: 99, step: 'any' })}
        </FormField>
        {earlier.length > 0 ? (
          <FormField label={t('from')} hint={t('fromHint')}>
            <NativeSelect name="from" defaultValue={input.from ?? ''}>
              <option value="">{t('assumed')}</option>
              {earlier.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        ) : null}
        {scores ? (
          <>
            <FormField label={t('deviation')} hint={t('deviationHint')}>
              {number('deviation', scores.deviation, { min: 0.001, max: 10_000, step: 'any' })}
            </FormField>
            <FormField label={t('difference')} hint={t('differenceHint')}>
              {number('difference', scores.difference, { min: 0.001, max: 10_000, step: 'any' })}
            </FormField>
          </>
        ) : null}
        <FormField label={t('wins')} hint={t('winsHint')}>
          {number('wins', 100 * winShare, percent)}
        </FormField>
        <FormField label={t('losses')} hint={t('lossesHint')}>
          {number('losses', 100 * lossShare, percent)}
        </FormField>
      </div>
      <Button type="submit" className="justify-self-start">
        {t('calculate')}
      </Button>
    </form>
  )
}
