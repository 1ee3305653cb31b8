import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { ResultItem } from '@/server/results/queries/list-result-items'

interface ResultItemTableProps {
  study: string
  items: readonly ResultItem[]
  /** The address form of the list, which goes on to each item. */
  chosen: string
  /** Something was searched for: comments that have it are shown. */
  hasComments: boolean
}

const outcomeOf = (sign: number) => (sign > 0 ? 'win' : sign < 0 ? 'loss' : 'tie')

/** One page of items, each with the way to its judgments. */
export function ResultItemTable({ study, items, chosen, hasComments }: ResultItemTableProps) {
  const t = useTranslations('resultItems')
  const hasOutcome = items.some(item => item.sign !== null)
  return (
    <Table caption={t('caption')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('item')}</TableHead>
          <TableHead>{t('language')}</TableHead>
          <TableHead>{t('category')}</TableHead>
          {hasOutcome ? <TableHead>{t('outcome')}</TableHead> : null}
          <TableHead>{t('prompt')}</TableHead>
          <TableHead numeric>{t('judgments')}</TableHead>
          {hasComments ? <TableHead>{t('comment')}</TableHead> : null}
        </TableRow>
      </TableHeader>
      <TableBody>
        {items.map(item => (
          <TableRow key={item.id}>
            <TableHead scope="row">
              <Link
                href={`/studies/${study}/results/items/${item.id}${chosen ? `?${chosen}` : ''}`}
                className="block max-w-56 truncate text-primary underline-offset-4 hover:underline"
                title={item.externalId}
              >
                <bdi>{item.externalId}</bdi>
              </Link>
            </TableHead>
            <TableCell>{item.language.replace('>', ' → ')}</TableCell>
            <TableCell>{item.category ?? '–'}</TableCell>
            {hasOutcome ? (
              <TableCell>{item.sign === null ? '–' : t(`outcomes.${outcomeOf(item.sign)}`)}</TableCell>
            ) : null}
            <TableCell wrap>
              {item.recordedOnly ? (
                <Badge variant="muted">{t('recordedText')}</Badge>
              ) : (
                <span className="line-clamp-1 min-w-40 break-all" dir="auto" lang={item.language.split('>').at(-1)}>
                  {item.prompt}
                </span>
              )}
            </TableCell>
            <TableCell numeric>{item.judgments}</TableCell>
            {hasComments ? (
              <TableCell wrap>
                {item.comments.first === null ? null : (
                  <span className="line-clamp-2 min-w-48 break-words" dir="auto">
                    {item.comments.first}
                  </span>
                )}
                {item.comments.count > 1 ? (
                  <span className="text-muted-foreground text-xs">
                    {t('moreComments', { count: item.comments.count - 1 })}
                  </span>
                ) : null}
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
