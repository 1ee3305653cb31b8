'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/context'
import { SkillsForm, type SkillsFormProps } from './skills-form'

type WelcomeFormProps = Pick<SkillsFormProps, 'skills' | 'choices' | 'categories'> & { returnTo: string }

/** What an annotator declares before the first judgment. */
export function WelcomeForm({ returnTo, ...form }: WelcomeFormProps) {
  const t = useTranslations('skills')
  const trpc = useTRPC()
  const declare = useMutation(trpc.people.self.declareSkills.mutationOptions())
  return (
    <SkillsForm
      {...form}
      isOwn
      submitLabel={t('start')}
      onSave={async skills => {
        await declare.mutateAsync(skills)
        // A new document: pages that sent people here are asked again.
        window.location.assign(returnTo)
      }}
    />
  )
}
