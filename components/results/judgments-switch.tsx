import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { type CountedJudgments, countedJudgmentsSchema } from '@/server/results/filter'
import { withJudgments } from './with-judgments'

interface JudgmentsSwitchProps {
  /** The page, without the choice. */
  address: string
  judgments: CountedJudgments
  /** Sets of responses that an adjudicator decided on; without any there is nothing to choose. */
  adjudicated: number
}

/** Chooses between the annotators' judgments and adjudicators' decisions in their place. */
export function JudgmentsSwitch({ address, judgments, adjudicated }: JudgmentsSwitchProps) {
  const t = useTranslations('results')
  if (adjudicated === 0 && judgments === 'original') return null
  return (
    <div className="mb-6 grid gap-2">
      <nav aria-label={t('countedJudgments')} className="flex flex-wrap items-center gap-2">
        <span aria-hidden className="me-1 font-medium text-sm">
          {t('countedJudgments')}
        </span>
        {countedJudgmentsSchema.options.map(one => (
          <Button key={one} asChild size="sm" variant={one === judgments ? 'default' : 'outline'}>
            <Link href={withJudgments(address, one)} aria-current={one === judgments ? 'true' : undefined}>
              {t(`counted.${one}`)}
            </Link>
          </Button>
        ))}
      </nav>
      <p className="max-w-3xl text-pretty text-muted-foreground text-sm">
        {t(`countedHow.${judgments}`, { count: adjudicated })}
      </p>
    </div>
  )
}
