import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { writeResultFilter } from '@/server/results/filter'
import type { Comparisons } from '@/server/results/queries/get-comparisons'

/** By what is compared, and what is a tie: a plain form that asks the same page again, with the filter it has. */
export function ChooseCompared({ comparisons }: { comparisons: Comparisons }) {
  const t = useTranslations('headToHead')
  const { criteria, criterion, ties, filter } = comparisons
  if (criteria.length === 1 && !ties) return null
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      {[...writeResultFilter(filter)].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {criteria.length > 1 ? (
        <FormField label={t('criterion')} className="min-w-48">
          <NativeSelect name="criterion" defaultValue={criterion.id}>
            {criteria.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      ) : null}
      {ties ? (
        <FormField label={t('ties')} className="w-64">
          <Input
            key={ties.value}
            type="number"
            name="threshold"
            min={0}
            max={1000}
            step="any"
            defaultValue={ties.isExploratory ? ties.value : ''}
            placeholder={t('tiesUsual', { usual: ties.usual })}
          />
        </FormField>
      ) : null}
      <Button type="submit" variant="outline">
        {t('show')}
      </Button>
    </form>
  )
}
