import { Messages } from '@/components/shell/messages'
import { StudyPeople } from '@/components/studies/study-people'
import { getStudy } from '@/server/studies/queries/get-study'
import { getStudyPeople } from '@/server/studies/queries/study-people'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function StudyPeoplePage({ params }: { params: Promise<{ study: string }> }) {
  const access = await requirePageStudy((await params).study)
  const [study, people] = await Promise.all([getStudy(access), getStudyPeople(access)])
  return (
    <Messages namespaces={['studyPeople']}>
      <StudyPeople study={study} people={people} />
    </Messages>
  )
}
