'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import type { CategoryView, ImportView } from '@/server/items/queries/imports'
import { isImportActive } from '@/server/items/schema'
import type { StudyState } from '@/server/studies/schema'
import { formatBytes } from './format-bytes'
import { ImportActions } from './import-actions'
import { ImportDecisions } from './import-decisions'
import { ImportDone } from './import-done'
import { ImportProblems } from './import-problems'
import { ImportProgress } from './import-progress'
import { ImportReport } from './import-report'
import { ImportStateBadge } from './import-state-badge'
import { ResumeUpload } from './resume-upload'
import { useUpload } from './store'

export interface ImportDetailProps {
  study: string
  slug: string
  state: StudyState
  initial: ImportView
  categories: CategoryView[]
}

/** One import from upload to end. It can be left and opened again at any point. */
export function ImportDetail({ study, slug, state, initial, categories }: ImportDetailProps) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const router = useRouter()
  const trpc = useTRPC()
  const upload = useUpload(initial.id)
  const { data: view } = useQuery({
    ...trpc.items.imports.get.queryOptions({ study, importId: initial.id }),
    initialData: initial,
    refetchInterval: query => {
      const now = query.state.data?.state
      return now && (isImportActive(now) || now === 'UPLOADING') ? 1000 : false
    },
  })
  const isDone = view.state === 'DONE'
  // The counts in the tabs above are the server's.
  useEffect(() => {
    if (isDone) router.refresh()
  }, [isDone, router])

  const isRunning = isImportActive(view.state) || (view.state === 'UPLOADING' && upload !== null && !upload.refusal)
  return (
    <div className="mt-5 grid gap-6 [&>section]:mb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Link href={`/studies/${slug}/import`} className="text-muted-foreground text-sm hover:underline">
          {t('all')}
        </Link>
        <h2 className="min-w-0 break-all font-semibold text-base">
          <bdi>{view.fileName}</bdi>
        </h2>
        <span className="text-muted-foreground text-sm">{formatBytes(format, view.byteSize)}</span>
        <ImportStateBadge {...view} />
        <ImportActions study={study} slug={slug} view={view} isDraft={state === 'DRAFT'} />
      </div>
      {isRunning ? <ImportProgress view={view} upload={upload} /> : null}
      {view.state === 'UPLOADING' && !isRunning ? (
        <ResumeUpload study={study} view={view} refusal={upload?.refusal ?? null} />
      ) : null}
      {view.state === 'FAILED' ? (
        <Alert variant="destructive" title={t('failed')}>
          {view.failure}
        </Alert>
      ) : null}
      {view.state === 'CANCELLED' ? <Alert>{view.takenBack ? t('takenBack') : t('cancelled')}</Alert> : null}
      {isDone && view.summary ? <ImportDone slug={slug} summary={view.summary} /> : null}
      {view.state === 'CHECKED' && view.summary ? (
        <ImportDecisions
          key={JSON.stringify(view.options)}
          study={study}
          view={view}
          summary={view.summary}
          categories={categories}
        />
      ) : null}
      {view.summary && ['CHECKED', 'DONE', 'FAILED'].includes(view.state) ? (
        <>
          <ImportReport summary={view.summary} categories={categories} />
          <ImportProblems study={study} view={view} summary={view.summary} />
        </>
      ) : null}
    </div>
  )
}
