import { ClipboardCheck } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Button, buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { ReviewCounts, ReviewedJudgment } from '@/server/review/queries/list-judgments'
import { type ReviewQuery, reviewFilterSchema, reviewPageSize } from '@/server/review/schema'

interface ReviewListProps {
  slug: string
  query: ReviewQuery
  judgments: ReviewedJudgment[]
  count: number
  counts: ReviewCounts
}

/** What annotators submitted, to be looked at one by one. Says no score, and names no model. */
export function ReviewList({ slug, query, judgments, count, counts }: ReviewListProps) {
  const t = useTranslations('reviewJudgments')
  const format = useFormatter()
  const base = `/studies/${slug}/review/judgments`
  const at = (change: Partial<ReviewQuery>) => {
    const { filter, item = '', annotator = '', page } = { ...query, page: 0, ...change }
    return `${base}?${new URLSearchParams({ filter, item, annotator, page: String(page) })}`
  }
  const pages = Math.ceil(count / reviewPageSize)
  return (
    <Section title={t('title')} description={t('description')}>
      <nav aria-label={t('choice')} className="mb-3 flex flex-wrap gap-1">
        {reviewFilterSchema.options.map(filter => (
          <Link
            key={filter}
            href={at({ filter })}
            aria-current={filter === query.filter ? 'page' : undefined}
            className={buttonClasses({ variant: filter === query.filter ? 'secondary' : 'ghost', size: 'sm' })}
          >
            {t(`filters.${filter}`)}
            {filter === 'open' ? <Badge variant="muted">{counts.open}</Badge> : null}
          </Link>
        ))}
      </nav>
      <form action={base} className="mb-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="filter" value={query.filter} />
        <FormField label={t('item')}>
          <Input name="item" defaultValue={query.item ?? ''} placeholder={t('search')} />
        </FormField>
        <FormField label={t('annotator')}>
          <NativeSelect name="annotator" defaultValue={query.annotator ?? ''}>
            <option value="">{t('everybody')}</option>
            {counts.annotators.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </FormField>
        <Button type="submit" variant="outline">
          {t('find')}
        </Button>
      </form>
      {judgments.length === 0 ? (
        <EmptyState icon={ClipboardCheck} title={t('none')} description={t('noneHint')} />
      ) : (
        <Table caption={t('title')}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('item')}</TableHead>
              <TableHead>{t('annotator')}</TableHead>
              <TableHead>{t('submitted')}</TableHead>
              <TableHead>{t('state')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {judgments.map(judgment => (
              <TableRow key={judgment.id}>
                <TableCell>
                  <Link href={`${base}/${judgment.id}`} className="font-medium text-primary hover:underline">
                    <bdi>{judgment.externalId}</bdi>
                  </Link>{' '}
                  <span className="text-muted-foreground text-xs">
                    {[judgment.language, judgment.category].filter(Boolean).join(' · ')}
                  </span>
                </TableCell>
                <TableCell>
                  <bdi>{judgment.annotator}</bdi>
                </TableCell>
                <TableCell className="tabular">
                  {format.dateTime(judgment.submittedAt, { dateStyle: 'medium', timeStyle: 'short' })}
                </TableCell>
                <TableCell>
                  <span className="flex flex-wrap gap-1">
                    {judgment.occasion === 'FIRST' ? null : (
                      <Badge variant="outline">{t(`occasions.${judgment.occasion}`)}</Badge>
                    )}
                    {judgment.revision > 1 ? (
                      <Badge variant="muted">{t('revision', { revision: judgment.revision })}</Badge>
                    ) : null}
                    {judgment.returned ? (
                      <Badge variant={judgment.returned.answered ? 'success' : 'warning'}>
                        {t(judgment.returned.answered ? 'answered' : 'returned')}
                      </Badge>
                    ) : null}
                    {judgment.excludedAt ? <Badge variant="destructive">{t('excluded')}</Badge> : null}
                  </span>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {pages > 1 ? (
        <nav aria-label={t('pages')} className="mt-3 flex flex-wrap gap-1">
          {Array.from({ length: pages }, (_, page) => page)
            .filter(page => page === 0 || page === pages - 1 || Math.abs(page - query.page) < 3)
            .map(page => (
              <Link
                key={page}
                href={at({ page })}
                aria-current={page === query.page ? 'page' : undefined}
                className={buttonClasses({ variant: page === query.page ? 'secondary' : 'ghost', size: 'sm' })}
              >
                {page + 1}
              </Link>
            ))}
        </nav>
      ) : null}
    </Section>
  )
}
