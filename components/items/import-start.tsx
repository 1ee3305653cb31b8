'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Alert } from '@/components/ui/alert'
import { FileDrop } from '@/components/ui/file-drop'
import { Section } from '@/components/ui/page-header'
import type { ImportView } from '@/server/items/queries/imports'
import { isImportActive } from '@/server/items/schema'
import type { StudyState } from '@/server/studies/schema'
import { FormatHelp } from './format-help'
import { ImportList } from './import-list'
import { useNewImports } from './use-new-imports'

interface ImportStartProps {
  study: string
  slug: string
  state: StudyState
  imports: ImportView[]
}

const accepted = '.jsonl,.ndjson,.json,.csv,.tsv'
const isMoving = (imports: ImportView[] | undefined) =>
  imports?.some(({ state }) => isImportActive(state) || state === 'UPLOADING') ?? false

/** Where files are dropped, and all imports of the study. */
export function ImportStart({ study, slug, state, imports }: ImportStartProps) {
  const t = useTranslations('imports')
  const refusalText = useRefusalText({ withDetail: true })
  const trpc = useTRPC()
  const router = useRouter()
  const { begin, isPending } = useNewImports(study)
  const { data } = useQuery({
    ...trpc.items.imports.list.queryOptions({ study }),
    initialData: imports,
    refetchInterval: query => (isMoving(query.state.data) ? 1000 : false),
  })

  async function take(files: File[]) {
    const full = files.filter(file => file.size > 0)
    for (const { name } of files.filter(file => file.size === 0)) toast.error(t('drop.empty', { name }))
    try {
      const ids = await begin(full)
      if (ids.length === 1) router.push(`/studies/${slug}/import/${ids[0]}`)
    } catch (error) {
      toast.error(refusalText(error))
    }
  }

  return (
    <>
      <div className="mt-5 mb-8 grid gap-3">
        {state === 'CLOSED' ? (
          <Alert>{t('closed')}</Alert>
        ) : (
          <>
            {state === 'DRAFT' ? null : <Alert>{t('open')}</Alert>}
            <FileDrop
              accept={accepted}
              multiple
              disabled={isPending}
              title={t('drop.title')}
              hint={t('drop.hint')}
              onFiles={take}
              onReject={files => toast.error(t('drop.rejected', { count: files.length, name: files[0]?.name ?? '' }))}
            />
            <FormatHelp />
          </>
        )}
      </div>
      <Section title={t('list.title')}>
        <ImportList slug={slug} imports={data} />
      </Section>
    </>
  )
}
