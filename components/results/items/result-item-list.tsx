import { ListX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/page-header'
import { type ItemSelection, writeItemSelection } from '@/server/results/items/item-selection'
import type { ResultItems } from '@/server/results/queries/list-result-items'
import { ResultItemTable } from './result-item-table'
import { useSelectionWords } from './selection-words'

interface ResultItemListProps {
  study: string
  selection: ItemSelection
  found: ResultItems
}

/** The items behind a number, with a search in what stands in them and was said of them. */
export function ResultItemList({ study, selection, found }: ResultItemListProps) {
  const t = useTranslations('resultItems')
  const { title, conditions } = useSelectionWords(selection, found)
  const { search: _, ...unsearched } = selection
  const address = `/studies/${study}/results/items`
  const chosen = writeItemSelection(selection)
  const page = (cursor: Record<string, string>) =>
    `${address}?${new URLSearchParams([...chosen, ...Object.entries(cursor)])}`
  return (
    <Section title={title} description={conditions.join(' ') || undefined}>
      <search>
        <form method="get" action={address} className="flex flex-wrap items-center gap-2">
          {[...writeItemSelection(unsearched)].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Input
            type="search"
            name="search"
            aria-label={t('search')}
            placeholder={t('search')}
            defaultValue={selection.search}
            className="w-full sm:w-80"
          />
          <Button type="submit" variant="outline">
            {t('find')}
          </Button>
          {selection.search ? (
            <Button asChild variant="ghost">
              <Link href={`${address}?${writeItemSelection(unsearched)}`}>{t('clear')}</Link>
            </Button>
          ) : null}
          <span className="ms-auto text-muted-foreground text-sm tabular">{t('count', { count: found.count })}</span>
        </form>
      </search>
      {found.items.length === 0 ? (
        <EmptyState
          icon={ListX}
          title={t('none')}
          description={t('noneHint')}
          action={
            <Button asChild variant="outline">
              <Link href={`/studies/${study}/results`}>{t('toResults')}</Link>
            </Button>
          }
        />
      ) : (
        <>
          <ResultItemTable
            study={study}
            items={found.items}
            chosen={chosen.toString()}
            hasComments={!!selection.search}
          />
          <nav aria-label={t('pages')} className="flex items-center justify-end gap-2">
            <span className="tabular text-muted-foreground text-sm">
              {t('range', { first: found.first, last: found.first + found.items.length - 1, count: found.count })}
            </span>
            {found.before === null ? null : (
              <Button asChild variant="outline" size="sm">
                <Link href={page({ before: found.before })}>{t('previous')}</Link>
              </Button>
            )}
            {found.after === null ? null : (
              <Button asChild variant="outline" size="sm">
                <Link href={page({ after: found.after })}>{t('next')}</Link>
              </Button>
            )}
          </nav>
        </>
      )}
    </Section>
  )
}
