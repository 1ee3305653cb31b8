'use client'

import { useMutation } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { MultiCombobox } from '@/components/ui/combobox'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormField } from '@/components/ui/form-field'
import type { PersonOfStudy } from '@/server/studies/queries/study-people'

/** Adds people who have an account; those who match most stand first. */
export function AddPeopleDialog({ study, candidates }: { study: string; candidates: PersonOfStudy[] }) {
  const t = useTranslations('studyPeople')
  const router = useRouter()
  const setAnnotators = useMutation(useTRPC().studies.setAnnotators.mutationOptions())
  const [chosen, setChosen] = useState<string[]>([])
  const options = [...candidates]
    .sort((a, b) => b.match.items - a.match.items || a.name.localeCompare(b.name))
    .map(person => ({
      value: person.userId,
      label: person.name,
      hint: t('add.hint', {
        languages: person.languages.map(language => language.tag).join(', ') || '–',
        count: person.match.items,
      }),
      keywords: [person.email, ...person.languages.map(language => language.tag)],
    }))
  return (
    <ConfirmDialog
      trigger={
        <Button>
          <UserPlus aria-hidden />
          {t('add.act')}
        </Button>
      }
      onOpenChange={() => setChosen([])}
      title={t('add.title')}
      description={t('add.description')}
      confirmLabel={t('add.confirm', { count: chosen.length })}
      onConfirm={async () => {
        if (chosen.length === 0) throw new Error(t('add.nobody'))
        await setAnnotators.mutateAsync({ study, set: chosen.map(userId => ({ userId, quota: null })) })
        toast.success(t('add.done', { count: chosen.length }))
        router.refresh()
      }}
    >
      <FormField label={t('add.people')} hint={t('add.peopleHint')}>
        <MultiCombobox options={options} value={chosen} onValueChange={setChosen} emptyText={t('add.noneFound')} />
      </FormField>
    </ConfirmDialog>
  )
}
