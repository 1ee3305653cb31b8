'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Dialog, DialogBody, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog'
import type { Person } from '@/server/people/queries/list-people'
import { SkillsForm, type SkillsFormProps } from './skills-form'

export interface SkillsDialogProps extends Pick<SkillsFormProps, 'choices' | 'categories'> {
  person: Pick<Person, 'id' | 'name' | 'languages' | 'expertise'>
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** An admin edits what somebody declared. */
export function SkillsDialog({ person, open, onOpenChange, choices, categories }: SkillsDialogProps) {
  const t = useTranslations('people')
  const router = useRouter()
  const trpc = useTRPC()
  const setSkills = useMutation(trpc.people.setSkills.mutationOptions())
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t('skillsTitle', { name: person.name })}</DialogTitle>
          <DialogDescription>{t('skillsDescription')}</DialogDescription>
        </DialogHeader>
        <DialogBody>
          <SkillsForm
            skills={{ languages: person.languages, expertise: person.expertise }}
            choices={choices}
            categories={categories}
            isOwn={false}
            submitLabel={t('save')}
            onSave={async skills => {
              await setSkills.mutateAsync({ userId: person.id, ...skills })
              onOpenChange(false)
              toast.success(t('saved'))
              router.refresh()
            }}
          />
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}
