'use client'

import { useTranslations } from 'next-intl'
import { NativeSelect } from '@/components/ui/native-select'
import { type Spread, spreads, useSpreadChoice } from './use-spread'

/** Chooses how the uncertainty of means is written. */
export function SpreadChoice() {
  const t = useTranslations('results')
  const [spread, setSpread] = useSpreadChoice()
  return (
    <NativeSelect
      aria-label={t('spread.choose')}
      className="w-auto"
      value={spread}
      onChange={event => setSpread(event.target.value as Spread)}
    >
      {spreads.map(one => (
        <option key={one} value={one}>
          {t(`spread.${one}`)}
        </option>
      ))}
    </NativeSelect>
  )
}
