import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { ResultFilter } from '@/server/results/filter'
import type { ScoreCell, ScoreTable } from '@/server/results/score-table'
import { itemsAddress } from './item-address'
import { languageName } from './language-name'
import { ModelColumn, ModelRow } from './model-head'
import { ResultFigure } from './result-figure'

/** Mean, and n below it; the best of a column is bold, and said to be so. It leads to the items behind it. */
function Score({ cell, href }: { cell: ScoreCell; href: string | undefined }) {
  const t = useTranslations('results')
  const figure = 'block text-[0.9375rem] leading-5'
  const mean = cell.isBest ? (
    <strong className={`${figure} font-bold underline decoration-2 decoration-primary underline-offset-4`}>
      {cell.display}
      <span className="sr-only"> {t('best')}</span>
    </strong>
  ) : (
    <span className={figure}>{cell.display}</span>
  )
  return (
    <TableCell numeric>
      {href && cell.n > 0 ? (
        <Link href={href} prefetch={false} className="group inline-block rounded-sm hover:text-primary">
          {mean}
        </Link>
      ) : (
        mean
      )}
      <span className="mt-1 block text-muted-foreground text-xs leading-4">{t('n', { n: cell.n })}</span>
    </TableCell>
  )
}

interface ScoreTableViewProps {
  table: ScoreTable
  /** "Score from 0 to 10 …": what a number means. */
  scale: string
  disclosure: string
  /** Of the table, where it is not the first scores. */
  caption?: string
  /** Where the items behind a figure are. */
  behind?: { study: string; filter: ResultFilter }
}

/** Models × (overall, categories) of one language. What is disclosed of the study stands under the table, always. */
export function ScoreTableView({ table, scale, disclosure, caption, behind }: ScoreTableViewProps) {
  const t = useTranslations('results')
  const locale = useLocale()
  const language = table.language === null ? t('allLanguages') : languageName(table.language, locale)
  const hrefOf = (model: string, category?: string) =>
    behind && itemsAddress(behind.study, behind.filter, model, category)
  return (
    <ResultFigure
      disclosure={disclosure}
      howToRead={
        <>
          {scale} {t('howToRead')}
        </>
      }
    >
      <Table caption={caption ?? t('caption', { language })}>
        <TableHeader>
          <TableRow>
            <ModelColumn>{t('model')}</ModelColumn>
            <TableHead numeric className="text-foreground">
              {t('overall')}
            </TableHead>
            {table.categories.map(({ categoryId, shortName, name }) => (
              <TableHead key={categoryId ?? ''} numeric title={name ?? undefined}>
                <bdi>{shortName ?? t('noCategory')}</bdi>
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {table.rows.map(({ model, overall, byCategory }) => (
            <TableRow key={model.id}>
              <ModelRow name={model.name} />
              <Score cell={overall} href={hrefOf(model.name)} />
              {byCategory.map((cell, index) => (
                <Score
                  key={table.categories[index]?.categoryId ?? ''}
                  cell={cell}
                  href={hrefOf(model.name, table.categories[index]?.shortName ?? '-')}
                />
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ResultFigure>
  )
}
