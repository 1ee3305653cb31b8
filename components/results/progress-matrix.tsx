import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { ProgressCell } from '@/server/results/queries/get-progress'
import { languageName } from './language-name'

/** Judged of needed, languages × categories, with totals. */
export function ProgressMatrix({ cells }: { cells: ProgressCell[] }) {
  const t = useTranslations('progress')
  const locale = useLocale()
  const languages = [...new Set(cells.map(cell => cell.language))]
  const categories = [...new Set(cells.map(cell => cell.category))]
  const some = (language: string | null, category?: string | null) =>
    cells.filter(
      cell =>
        (language === null || cell.language === language) && (category === undefined || cell.category === category),
    )
  return (
    <Table caption={t('byLanguage')}>
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
        </TableRow>
      </TableHeader>
      <TableBody>
        {languages.map(language => (
          <TableRow key={language}>
            <TableHead scope="row" className="sticky start-0 z-10 bg-card text-foreground">
              {languageName(language, locale)}
            </TableHead>
            {categories.map(category => (
              <Judged key={category ?? ''} cells={some(language, category)} />
            ))}
            <Judged cells={some(language)} />
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableHead scope="row" className="sticky start-0 z-10 bg-muted text-foreground">
            {t('total')}
          </TableHead>
          {categories.map(category => (
            <Judged key={category ?? ''} cells={some(null, category)} />
          ))}
          <Judged cells={cells} />
        </TableRow>
      </TableFooter>
    </Table>
  )
}

/** "12 / 45", in full colour when all of it is done; a dash where there is nothing to judge. */
function Judged({ cells }: { cells: ProgressCell[] }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  const places = cells.reduce((sum, cell) => sum + cell.places, 0)
  const judged = cells.reduce((sum, cell) => sum + cell.judged, 0)
  if (places === 0) return <TableCell numeric>–</TableCell>
  return (
    <TableCell numeric>
      <span className={judged === places ? 'font-medium text-success' : ''}>{format.number(judged)}</span>
      <span className="text-muted-foreground"> / {format.number(places)}</span>
      {judged === places ? <span className="sr-only"> {t('done')}</span> : null}
    </TableCell>
  )
}
