import { useLocale, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { ScoreTable } from '@/server/results/score-table'
import { type Behind, itemsAddress } from './item-address'
import { languageName } from './language-name'
import { ModelColumn, ModelRow } from './model-head'
import { ResultFigure } from './result-figure'
import { ScoreTableCell } from './score-table-cell'

interface ScoreTableViewProps {
  table: ScoreTable
  /** "Score from 0 to 10 …": what a number means. */
  scale: string
  disclosure: string
  /** Of the table, where it is not the first scores. */
  caption?: string
  /** Where the items behind a figure are. */
  behind?: Behind
  /** With the mean of the categories' means as a column of its own. */
  hasMacro?: boolean
}

/** Models × (overall, categories) of one language. What is disclosed of the study stands under the table, always. */
export function ScoreTableView({ table, scale, disclosure, caption, behind, hasMacro = false }: ScoreTableViewProps) {
  const t = useTranslations('results')
  const locale = useLocale()
  const language = table.language === null ? t('allLanguages') : languageName(table.language, locale)
  const hrefOf = (model: string, category?: string) => behind && itemsAddress(behind, model, category)
  const withMacro = hasMacro && table.rows.some(({ macro }) => macro !== null)
  return (
    <ResultFigure
      disclosure={disclosure}
      howToRead={
        <>
          {scale} {t('howToRead')}
          {withMacro ? ` ${t('macroHow')}` : ''}
          {behind ? ` ${t('behindHow')}` : ''}
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
            {withMacro ? <TableHead numeric>{t('macro')}</TableHead> : null}
          </TableRow>
        </TableHeader>
        <TableBody>
          {table.rows.map(({ model, overall, byCategory, macro }) => (
            <TableRow key={model.id}>
              <ModelRow name={model.name} />
              <ScoreTableCell cell={overall} href={hrefOf(model.id)} />
              {byCategory.map((cell, index) => (
                <ScoreTableCell
                  key={table.categories[index]?.categoryId ?? ''}
                  cell={cell}
                  href={hrefOf(model.id, table.categories[index]?.shortName ?? '-')}
                />
              ))}
              {withMacro ? (
                <TableCell numeric className="align-top">
                  <span className="block text-[0.9375rem] leading-5">{macro?.display ?? '–'}</span>
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ResultFigure>
  )
}
