import { useFormatter, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { AnnotatorView } from '@/server/results/queries/compute-annotator-view'
import { ModelColumn, ModelRow } from './model-head'
import { ResultFigure } from './result-figure'

/** Means of z-scores: a second view, never the headline. */
export function NormalisedMeans({ view, disclosure }: { view: AnnotatorView; disclosure: string }) {
  const t = useTranslations('annotatorView')
  const format = useFormatter()
  const constant = view.annotators.filter(one => one.isConstant).map(one => one.annotator)
  return (
    <ResultFigure
      disclosure={disclosure}
      howToRead={
        <>
          {t('normalisedHow')}{' '}
          {constant.length > 0
            ? t('excluded', { count: constant.length, annotators: format.list(constant, { type: 'unit' }) })
            : ''}
        </>
      }
    >
      <Table caption={t('normalised')} className="w-auto" frameClassName="w-fit max-w-full">
        <TableHeader>
          <TableRow>
            <ModelColumn>{t('model')}</ModelColumn>
            <TableHead numeric>{t('z')}</TableHead>
            <TableHead numeric>{t('interval')}</TableHead>
            <TableHead numeric>{t('items')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {view.normalised.map(({ model, value, lower, upper, n }) => (
            <TableRow key={model.id}>
              <ModelRow name={model.name} />
              <TableCell numeric>{decimals(value, 2)}</TableCell>
              <TableCell numeric>
                <bdi dir="ltr">
                  {lower === null || upper === null ? '–' : `[${decimals(lower, 2)}, ${decimals(upper, 2)}]`}
                </bdi>
              </TableCell>
              <TableCell numeric>{format.number(n)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ResultFigure>
  )
}
