import { StudyThreads } from '@/components/item-messages/study-threads'
import { Messages } from '@/components/shell/messages'
import { listStudyThreads } from '@/server/item-messages/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface MessagesPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<{ unanswered?: string }>
}

export default async function StudyMessagesPage({ params, searchParams }: MessagesPageProps) {
  const access = await requirePageStudy((await params).study)
  const unanswered = (await searchParams).unanswered === 'true'
  const threads = await listStudyThreads(access, unanswered)
  return (
    <Messages namespaces={['itemMessages']}>
      <StudyThreads slug={access.slug} study={access.studyId} threads={threads} unanswered={unanswered} />
    </Messages>
  )
}
