'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ListFilter, TriangleAlert, X } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import {
  Sheet,
  SheetBody,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
  SheetTrigger,
} from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import { type ResultFilter, wholeStudy, writeResultFilter } from '@/server/results/filter'
import { filterPart, isExploratory, replaceFilter, withQuery } from './filter-address'
import { FilterForm } from './filter-form'
import { readPageFilter } from './page-filter'
import { useFilterWords } from './use-filter-words'

/** What results are filtered by, how much remains, and the way to change it. All of it is in the address. */
export function FilterBar({ study }: { study: string }) {
  const t = useTranslations('resultFilter')
  const words = useFilterWords()
  const router = useRouter()
  const path = usePathname()
  const parameters = new URLSearchParams(useSearchParams())
  const [isOpen, setIsOpen] = useState(false)
  const [isPending, startTransition] = useTransition()
  const { filter, problem } = readPageFilter(filterPart(parameters))
  const parts = words.parts(filter)
  const hrefOf = (next: ResultFilter) => withQuery(path, replaceFilter(parameters, writeResultFilter(next)))
  const hrefWithout = (parameter: string, value: string) => {
    const next = new URLSearchParams(parameters)
    next.delete(parameter, value)
    return withQuery(path, next)
  }

  function apply(next: ResultFilter) {
    setIsOpen(false)
    startTransition(() => router.push(hrefOf(next)))
  }

  return (
    <search aria-label={t('title')} aria-busy={isPending} className="mb-6 grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Sheet open={isOpen} onOpenChange={setIsOpen}>
          <SheetTrigger asChild>
            <Button variant="outline" size="sm" pending={isPending}>
              <ListFilter aria-hidden />
              {t('open')}
            </Button>
          </SheetTrigger>
          <SheetContent>
            <SheetHeader>
              <SheetTitle>{t('title')}</SheetTitle>
              <SheetDescription>{t('description')}</SheetDescription>
            </SheetHeader>
            <FilterChooser study={study} filter={filter} onApply={apply} />
          </SheetContent>
        </Sheet>
        {parts.length > 0 ? (
          <>
            <ul aria-label={t('set')} className="flex min-w-0 flex-wrap items-center gap-1.5">
              {parts.map(({ parameter, value, words: text }) => (
                <li
                  key={`${parameter} ${value}`}
                  className="inline-flex min-w-0 items-center rounded-sm bg-secondary ps-2 text-[0.8125rem] text-secondary-foreground"
                >
                  <bdi className="truncate">{text}</bdi>
                  <Link
                    href={hrefWithout(parameter, value)}
                    aria-label={t('remove', { part: text })}
                    className="inline-grid size-6 shrink-0 place-content-center rounded-sm text-muted-foreground hover:text-foreground"
                  >
                    <X aria-hidden className="size-3.5" />
                  </Link>
                </li>
              ))}
            </ul>
            <Button asChild variant="ghost" size="sm">
              <Link href={hrefOf({ ...wholeStudy, judgments: filter.judgments })}>{t('clear')}</Link>
            </Button>
          </>
        ) : null}
        <FilterCount study={study} filter={problem ? wholeStudy : filter} />
      </div>
      {isExploratory(filter) ? (
        <p className="flex items-start gap-1.5 text-sm text-warning">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('exploratory')}
        </p>
      ) : null}
    </search>
  )
}

/** What there is to choose from is read when somebody wants to choose. */
function FilterChooser({
  study,
  ...form
}: {
  study: string
  filter: ResultFilter
  onApply: (next: ResultFilter) => void
}) {
  const trpc = useTRPC()
  const t = useTranslations('resultFilter')
  const { data, isError } = useQuery(trpc.results.filterChoices.queryOptions({ study }))
  if (data) return <FilterForm choices={data} {...form} />
  return (
    <SheetBody>
      {isError ? <Alert variant="destructive">{t('failed')}</Alert> : <Skeleton className="h-40" />}
    </SheetBody>
  )
}

function FilterCount({ study, filter }: { study: string; filter: ResultFilter }) {
  const t = useTranslations('resultFilter')
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.results.countFiltered.queryOptions({ study, filter }, { placeholderData: keepPreviousData, retry: false }),
  )
  return (
    <p role="status" className="ms-auto text-muted-foreground text-sm">
      {data ? t('count', { judgments: data.judgments, items: data.items }) : ' '}
    </p>
  )
}
