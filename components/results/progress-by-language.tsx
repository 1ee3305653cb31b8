import { useFormatter, useTranslations } from 'next-intl'
import { parseAsString, useQueryState } from 'nuqs'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { TableCell } from '@/components/ui/table'
import { expectedFinish } from '@/server/results/expected-finish'
import type { AnnotatorProgress, Progress, ProgressCell } from '@/server/results/queries/get-progress'
import { ProgressMatrix } from './progress-matrix'

/** Languages × categories: of everybody together, or of one annotator. Which one stands in the address. */
export function ProgressByLanguage({ progress }: { progress: Progress }) {
  const t = useTranslations('progress')
  const [chosen, choose] = useQueryState('annotator', parseAsString)
  const worked = progress.annotators.filter(person => person.judged > 0)
  const person = worked.find(({ userId }) => userId === chosen)
  return (
    <>
      {worked.length > 0 ? (
        <FormField label={t('whose')} className="mb-3 max-w-xs">
          <NativeSelect value={person?.userId ?? ''} onChange={event => choose(event.target.value || null)}>
            <option value="">{t('everybody')}</option>
            {worked.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      ) : null}
      {person ? <OfOne person={person} progress={progress} /> : <OfEverybody progress={progress} />}
    </>
  )
}

const sum = (cells: { judged: number }[]) => cells.reduce((total, cell) => total + cell.judged, 0)

function OfOne({ person, progress }: { person: AnnotatorProgress; progress: Progress }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  const own = progress.shares.filter(({ userId }) => userId === person.userId)
  const cells = progress.cells.map(({ language, category }) => {
    const judged = sum(own.filter(share => share.language === language && share.category === category))
    return { language, category, judged }
  })
  return (
    <ProgressMatrix
      caption={t('judgedBy', { name: person.name })}
      cells={cells.filter(({ language }) => own.some(share => share.language === language))}
      figure={(some, key = 'total') => (
        <TableCell key={key} numeric className={sum(some) === 0 ? 'text-muted-foreground' : ''}>
          {format.number(sum(some))}
        </TableCell>
      )}
    />
  )
}

function OfEverybody({ progress }: { progress: Progress }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  const finish = (cells: ProgressCell[]) => {
    const { inMs } = expectedFinish({
      remaining: cells.reduce((total, cell) => total + cell.places - cell.judged, 0),
      recent: cells.reduce((total, cell) => total + cell.recent, 0),
      windowMs: progress.finish.windowMs,
      isRunning: progress.state === 'OPEN',
    })
    return (
      <TableCell numeric>
        {inMs === null
          ? '–'
          : format.dateTime(new Date(progress.at.getTime() + inMs), { day: 'numeric', month: 'short' })}
      </TableCell>
    )
  }
  return (
    <ProgressMatrix
      caption={t('byLanguage')}
      cells={progress.cells}
      figure={(cells, key = 'total') => <Judged key={key} cells={cells} />}
      last={{ label: t('expected'), figure: finish }}
    />
  )
}

/** "12 / 45", in full colour when all of it is done; a dash where there is nothing to judge. */
function Judged({ cells }: { cells: ProgressCell[] }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  const places = cells.reduce((total, cell) => total + cell.places, 0)
  const judged = sum(cells)
  if (places === 0) return <TableCell numeric>–</TableCell>
  return (
    <TableCell numeric>
      <span className={judged === places ? 'font-medium text-success' : ''}>{format.number(judged)}</span>
      <span className="text-muted-foreground"> / {format.number(places)}</span>
      {judged === places ? <span className="sr-only"> {t('done')}</span> : null}
    </TableCell>
  )
}
