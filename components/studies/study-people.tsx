'use client'

import { Users } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import type { StudyHead } from '@/server/studies/queries/get-study'
import type { StudyPeople as People } from '@/server/studies/queries/study-people'
import { AddPeopleDialog } from './add-people-dialog'
import { useMemberColumns } from './member-columns'
import { StudyInvitation } from './study-invitation'

/** Who judges in a study, what each of them matches, and how others come in. */
export function StudyPeople({ study, people }: { study: StudyHead; people: People }) {
  const t = useTranslations('studyPeople')
  const format = useFormatter()
  const canChange = study.acts.includes('change-people')
  const columns = useMemberColumns(study.id, people.protocolQuota, canChange)
  const actions = canChange ? (
    <>
      <StudyInvitation study={study} />
      <AddPeopleDialog study={study.id} candidates={people.candidates} />
    </>
  ) : null
  return (
    <>
      {canChange ? null : <Alert className="mb-6">{t('frozen')}</Alert>}
      <Section title={t('members.title')} description={t('members.description')} actions={actions}>
        <DataTable
          columns={columns}
          data={people.members}
          caption={t('members.title')}
          getRowId={member => member.userId}
          pagination={{ pageSize: 100 }}
          empty={<EmptyState icon={Users} title={t('members.none')} description={t('members.noneHint')} />}
        />
      </Section>
      {people.formerMembers.length > 0 ? (
        <Section title={t('former.title')} description={t('former.description')}>
          <ul className="grid gap-1">
            {people.formerMembers.map(person => (
              <li key={person.userId}>
                <bdi>{person.name}</bdi>{' '}
                <span className="text-muted-foreground">
                  {t('former.line', {
                    date: format.dateTime(person.removedAt, { dateStyle: 'medium' }),
                    count: person.judged,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
