'use client'

import { History } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { OwnJudgmentPage, OwnStudy } from './answers'
import { notify } from './notify'

interface OwnJudgmentsProps {
  first: OwnJudgmentPage
  /** Slug of the study that is shown alone; null: all. */
  study: string | null
  studies: OwnStudy[]
}

/** Earlier judgments, newest first; those within the revision window can be opened and changed. */
export function OwnJudgments({ first, study, studies }: OwnJudgmentsProps) {
  const t = useTranslations('work')
  const format = useFormatter()
  const router = useRouter()
  const refusalText = useRefusalText()
  const client = useTRPCClient()
  const [page, setPage] = useState(first)
  const [isPending, setIsPending] = useState(false)
  const at = (date: string) =>
    format.dateTime(new Date(date), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone() })

  async function showMore() {
    setIsPending(true)
    try {
      const more = await client.judgments.listOwn.query({
        study: study ?? undefined,
        cursor: page.nextCursor ?? undefined,
      })
      setPage({ judgments: [...page.judgments, ...more.judgments], nextCursor: more.nextCursor })
    } catch (error) {
      void notify('error', refusalText(error))
    }
    setIsPending(false)
  }

  return (
    <div className="grid gap-4">
      {studies.length > 1 ? (
        <FormField label={t('study')} className="max-w-xs">
          <NativeSelect
            value={study ?? ''}
            onChange={event =>
              router.push(
                `/work/judgments${event.target.value ? `?study=${encodeURIComponent(event.target.value)}` : ''}`,
              )
            }
          >
            <option value="">{t('allStudies')}</option>
            {studies.map(one => (
              <option key={one.study} value={one.study}>
                {one.name}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      ) : null}
      {page.judgments.length === 0 ? (
        <EmptyState icon={History} title={t('noJudgments')} description={t('noJudgmentsDescription')} />
      ) : (
        <Table caption={t('tabs.judgments')}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('prompt')}</TableHead>
              <TableHead>{t('study')}</TableHead>
              <TableHead>{t('submitted')}</TableHead>
              <TableHead>{t('change')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {page.judgments.map(judgment => (
              <TableRow key={judgment.assignment}>
                <TableCell wrap>
                  <Link
                    href={`/work/${judgment.assignment}`}
                    prefetch={false}
                    dir="auto"
                    lang={judgment.language}
                    className="line-clamp-2 min-w-48 max-w-xl text-primary hover:underline"
                  >
                    {judgment.promptStart.trim() || t('untitled')}
                  </Link>
                  <span className="text-muted-foreground text-xs">
                    {[judgment.category, judgment.language].filter(Boolean).join(' · ')}
                  </span>
                </TableCell>
                <TableCell>{judgment.studyName}</TableCell>
                <TableCell className="tabular">
                  <time dateTime={judgment.submittedAt} suppressHydrationWarning>
                    {at(judgment.submittedAt)}
                  </time>{' '}
                  {judgment.revision > 1 ? (
                    <Badge variant="muted">{t('revision', { count: judgment.revision })}</Badge>
                  ) : null}
                </TableCell>
                <TableCell>
                  {judgment.revisableUntil ? (
                    <span suppressHydrationWarning className="tabular">
                      {t('until', { at: at(judgment.revisableUntil) })}
                    </span>
                  ) : (
                    <span className="text-muted-foreground">{t('final')}</span>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {page.nextCursor ? (
        <Button variant="outline" onClick={showMore} pending={isPending} className="justify-self-center">
          {t('more')}
        </Button>
      ) : null}
    </div>
  )
}

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
