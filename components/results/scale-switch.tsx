import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ResultFilter } from '@/server/results/filter'
import { withFilter } from './filter/filter-address'

interface ScaleSwitchProps {
  study: string
  scales: readonly { id: string; label: string }[]
  shown: string
  filter: ResultFilter
}

/** Chooses the scale, where a protocol has several. */
export function ScaleSwitch({ study, scales, shown, filter }: ScaleSwitchProps) {
  const t = useTranslations('results')
  if (scales.length < 2) return null
  return (
    <nav aria-label={t('scales')} className="mb-6 flex flex-wrap items-center gap-2">
      <span aria-hidden className="me-1 font-medium text-sm">
        {t('scales')}
      </span>
      {scales.map(({ id, label }, index) => (
        <Button key={id} asChild size="sm" variant={id === shown ? 'default' : 'outline'}>
          <Link
            href={withFilter(`/studies/${study}/results/scores${index === 0 ? '' : `?criterion=${id}`}`, filter)}
            aria-current={id === shown ? 'true' : undefined}
          >
            <bdi>{label}</bdi>
          </Link>
        </Button>
      ))}
    </nav>
  )
}
