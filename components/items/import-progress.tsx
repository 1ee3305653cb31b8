import { useFormatter, useTranslations } from 'next-intl'
import { Progress } from '@/components/ui/progress'
import type { ImportView } from '@/server/items/queries/imports'
import { formatBytes } from './format-bytes'
import type { Upload } from './store'

/** How far an upload, a check or an import has come, and whether the tab may be closed. */
export function ImportProgress({ view, upload }: { view: ImportView; upload: Upload | null }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const phase = view.state === 'CHECKING' || view.state === 'IMPORTING' ? view.state : 'UPLOADING'
  const done = phase === 'UPLOADING' ? (upload?.received ?? view.bytesRead) : view.bytesRead
  const text = t('progress.of', {
    done: formatBytes(format, done),
    total: formatBytes(format, view.byteSize),
  })
  const note = phase !== 'UPLOADING' ? 'mayLeave' : upload?.isWaiting ? 'waiting' : 'mayLeaveNot'
  return (
    <div className="grid gap-1.5 rounded-lg border bg-card px-4 py-3">
      <div className="flex flex-wrap justify-between gap-x-4">
        <p className="font-medium">{t(`progress.${phase}`)}</p>
        <p className="tabular text-muted-foreground">{text}</p>
      </div>
      <Progress label={t(`progress.${phase}`)} value={done === 0 ? null : done} max={view.byteSize} valueText={text} />
      <p role="status" className="text-[0.8125rem] text-muted-foreground">
        {t(`progress.${note}`)}
      </p>
    </div>
  )
}
