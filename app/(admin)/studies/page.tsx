import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Messages } from '@/components/shell/messages'
import { StudyList } from '@/components/studies/study-list'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { listStudies } from '@/server/studies/queries/list-studies'
import { listStudiesSchema } from '@/server/studies/schema'
import { requirePageAdminAccess } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('studies'))('title') }
}

interface StudiesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function StudiesPage({ searchParams }: StudiesPageProps) {
  const admin = await requirePageAdminAccess('/studies')
  const t = await getTranslations('studies')
  const { state, archived, search } = await searchParams
  const asked = listStudiesSchema.safeParse({ state: state ?? null, archived: archived === 'true', search })
  const filter = asked.success ? asked.data : listStudiesSchema.parse({})
  const studies = await listStudies(admin, filter)
  return (
    <Messages namespaces={['studies']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button asChild>
            <Link href="/studies/new">
              <Plus aria-hidden />
              {t('new')}
            </Link>
          </Button>
        }
      />
      <StudyList studies={studies} isFiltered={filter.archived || filter.state !== null || filter.search !== ''} />
    </Messages>
  )
}
