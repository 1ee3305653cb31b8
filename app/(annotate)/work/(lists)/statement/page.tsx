import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Statement } from '@/components/judging/statement'
import { requirePageActor } from '@/server/trpc/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work'))('tabs.statement') }
}

export default async function StatementPage() {
  await requirePageActor('/work/statement')
  return <Statement />
}
