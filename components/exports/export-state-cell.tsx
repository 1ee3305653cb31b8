import { useTranslations } from 'next-intl'
import { Badge, type BadgeProps } from '@/components/ui/badge'
import { Progress } from '@/components/ui/progress'
import type { ExportState, ExportView } from '@/server/exports/schema'

const looks: Record<ExportState, BadgeProps['variant']> = {
  QUEUED: 'info',
  RUNNING: 'info',
  READY: 'success',
  FAILED: 'destructive',
  CANCELLED: 'muted',
  EXPIRED: 'muted',
}

/** How far a file has come, or why there is none. */
export function ExportStateCell({ view, isWithheld }: { view: ExportView; isWithheld: boolean }) {
  const t = useTranslations('exports')
  const { state, rowsDone, rowsTotal, failure } = view
  if (isWithheld)
    return (
      <Badge variant="warning" dot title={t('withheldHint')}>
        {t('state.WITHHELD')}
      </Badge>
    )
  const rows =
    rowsTotal === null ? t('progressUnknown', { done: rowsDone }) : t('progress', { done: rowsDone, total: rowsTotal })
  return (
    <span className="grid w-36 gap-1 whitespace-normal">
      <Badge variant={looks[state]} dot>
        {t(`state.${state}`)}
      </Badge>
      {state === 'RUNNING' ? (
        <>
          <Progress size="sm" label={t('column.state')} value={rowsDone} max={rowsTotal ?? 0} valueText={rows} />
          <span className="text-muted-foreground text-xs">{rows}</span>
        </>
      ) : null}
      {failure ? <span className="text-destructive text-xs">{failure}</span> : null}
    </span>
  )
}
