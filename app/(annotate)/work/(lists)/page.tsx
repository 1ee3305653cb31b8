import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnStudies } from '@/components/judging/own-studies'
import { pageContext, requirePageActor } from '@/server/trpc/page'
import { createCaller } from '@/server/trpc/root'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work'))('title') }
}

export default async function WorkPage() {
  await requirePageActor('/work')
  const { studies } = await createCaller(await pageContext()).assignments.listStudies()
  return <OwnStudies studies={studies} />
}
