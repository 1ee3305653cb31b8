import { useTranslations } from 'next-intl'

/** Writes a p value to three decimals; tiny ones as an inequality, for no p is 0. */
export function usePValue(): (p: number | null) => string {
  const t = useTranslations('differences')
  return p => (p === null ? '–' : p < 0.001 ? t('tiny') : p.toFixed(3))
}
