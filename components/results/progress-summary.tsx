import { useFormatter, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Section } from '@/components/ui/page-header'
import { Progress as ProgressBar } from '@/components/ui/progress'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { Progress } from '@/server/results/queries/get-progress'

const dayMs = 24 * 3_600_000

/** The whole of it, the pace, and when it will be done if the pace holds. */
export function ProgressSummary({ progress, isStale }: { progress: Progress; isStale: boolean }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  const { places, judged, recorded, finish, at } = progress
  const days = Math.max(1, Math.round(finish.windowMs / dayMs))
  const expected =
    finish.inMs === null
      ? { value: '–', hint: t(`reason.${finish.reason}`) }
      : {
          value: format.dateTime(new Date(at.getTime() + finish.inMs), { dateStyle: 'medium' }),
          hint: t('assumption', { days }),
        }
  return (
    <Section title={t('overall')}>
      {isStale ? <Alert variant="warning">{t('stale')}</Alert> : null}
      {places > 0 ? (
        <ProgressBar
          value={judged}
          max={places}
          label={t('overall')}
          valueText={t('judgedOf', { judged, places, share: judged / places })}
        />
      ) : null}
      <StatGroup>
        {places > 0 ? (
          <>
            <Stat
              label={t('judged')}
              value={format.number(judged)}
              hint={t('ofShare', { places, share: judged / places })}
            />
            <Stat label={t('remaining')} value={format.number(places - judged)} />
            <Stat
              label={t('pace')}
              value={finish.perDay === null ? '–' : format.number(finish.perDay, { maximumFractionDigits: 1 })}
              unit={finish.perDay === null ? undefined : t('perDay')}
              hint={finish.perDay === null ? undefined : t('paceHint', { days })}
            />
            <Stat label={t('expected')} value={expected.value} hint={expected.hint} />
          </>
        ) : null}
        {recorded > 0 ? <Stat label={t('recorded')} value={format.number(recorded)} hint={t('recordedHint')} /> : null}
      </StatGroup>
      <p className="text-muted-foreground text-xs">
        {t('asOf', { time: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium' }) })}
      </p>
    </Section>
  )
}
