import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Table, TableBody, TableFooter, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { languageName } from './language-name'

interface OfLanguage {
  language: string
  category: string | null
}

interface ProgressMatrixProps<Cell extends OfLanguage> {
  caption: string
  /** Which languages and categories there are, in order. */
  cells: readonly Cell[]
  /** A table cell for some of them; `key` is React's. */
  figure: (cells: Cell[], key?: string) => ReactNode
  /** One more column, of a language or (null) of all. */
  last?: { label: string; figure: (cells: Cell[]) => ReactNode }
}

/** Languages × categories, with totals. */
export function ProgressMatrix<Cell extends OfLanguage>({ caption, cells, figure, last }: ProgressMatrixProps<Cell>) {
  const t = useTranslations('progress')
  const locale = useLocale()
  const languages = [...new Set(cells.map(cell => cell.language))]
  const categories = [...new Set(cells.map(cell => cell.category))]
  const row = (own: Cell[]) => (
    <>
      {categories.map(category =>
        figure(
          own.filter(cell => cell.category === category),
          category ?? '',
        ),
      )}
      {figure(own)}
      {last?.figure(own)}
    </>
  )
  return (
    <Table caption={caption}>
      <TableHeader>
        <TableRow>
          <TableHead className="sticky start-0 z-10 bg-muted">{t('language')}</TableHead>
          {categories.map(category => (
            <TableHead key={category ?? ''} numeric>
              <bdi>{category ?? t('noCategory')}</bdi>
            </TableHead>
          ))}
          <TableHead numeric className="text-foreground">
            {t('total')}
          </TableHead>
          {last ? <TableHead numeric>{last.label}</TableHead> : null}
        </TableRow>
      </TableHeader>
      <TableBody>
        {languages.map(language => (
          <TableRow key={language}>
            <TableHead scope="row" className="sticky start-0 z-10 bg-card text-foreground">
              {languageName(language, locale)}
            </TableHead>
            {row(cells.filter(cell => cell.language === language))}
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableHead scope="row" className="sticky start-0 z-10 bg-muted text-foreground">
            {t('total')}
          </TableHead>
          {row([...cells])}
        </TableRow>
      </TableFooter>
    </Table>
  )
}
