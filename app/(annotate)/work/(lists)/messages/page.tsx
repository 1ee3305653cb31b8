import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnThreads } from '@/components/item-messages/own-threads'
import { pageContext, requirePageActor } from '@/server/trpc/page'
import { createCaller } from '@/server/trpc/root'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work'))('tabs.messages') }
}

export default async function OwnMessagesPage() {
  await requirePageActor('/work/messages')
  const { threads } = await createCaller(await pageContext()).itemMessages.listOwn()
  return <OwnThreads threads={threads} />
}
