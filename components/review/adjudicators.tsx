'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { Section } from '@/components/ui/page-header'
import type { AdjudicatorRow } from '@/server/adjudication/queries/list-disagreements'

interface AdjudicatorsProps {
  study: string
  adjudicators: AdjudicatorRow[]
  members: { userId: string; name: string }[]
}

/** Who decides disagreements of a study. */
export function Adjudicators({ study, adjudicators, members }: AdjudicatorsProps) {
  const t = useTranslations('disagreements')
  const router = useRouter()
  const setAdjudicator = useMutation(useTRPC().adjudication.setAdjudicator.mutationOptions())
  const candidates = members.filter(member => !adjudicators.some(other => other.userId === member.userId))
  const [chosen, setChosen] = useState('')
  const nameOf = (userId: string) => members.find(member => member.userId === userId)?.name ?? ''

  async function change(userId: string, isAdjudicator: boolean, done: string) {
    await setAdjudicator.mutateAsync({ study, userId, isAdjudicator })
    toast.success(done)
    router.refresh()
  }

  const add = (
    <ConfirmDialog
      trigger={
        <Button variant="outline" size="sm" disabled={candidates.length === 0}>
          {t('people.add')}
        </Button>
      }
      title={t('people.add')}
      description={t('noAdjudicatorHint')}
      confirmLabel={t('people.add')}
      onConfirm={async () => {
        const userId = chosen || candidates[0]?.userId
        if (userId) await change(userId, true, t('people.done', { name: nameOf(userId) }))
        setChosen('')
      }}
    >
      <FormField label={t('people.who')} hint={t('people.whoHint')}>
        <NativeSelect value={chosen || candidates[0]?.userId} onChange={event => setChosen(event.target.value)}>
          {candidates.map(member => (
            <option key={member.userId} value={member.userId}>
              {member.name}
            </option>
          ))}
        </NativeSelect>
      </FormField>
    </ConfirmDialog>
  )
  return (
    <Section title={t('people.title')} description={t('people.description')} actions={add}>
      {adjudicators.length === 0 ? (
        <p className="text-muted-foreground">{t('noAdjudicator')}</p>
      ) : (
        <ul className="divide-y rounded-lg border bg-card">
          {adjudicators.map(({ userId, name, open, decided }) => (
            <li key={userId} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5">
              <span>
                <bdi className="font-medium">{name}</bdi>{' '}
                <span className="text-[0.8125rem] text-muted-foreground">{t('people.load', { open, decided })}</span>
              </span>
              <ConfirmDialog
                trigger={
                  <Button variant="ghost" size="sm">
                    {t('people.remove')}
                  </Button>
                }
                title={t('people.removeTitle', { name })}
                description={t('people.removeDescription')}
                confirmLabel={t('people.remove')}
                onConfirm={() => change(userId, false, t('people.removed', { name }))}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
