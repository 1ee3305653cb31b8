'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { PageHeader, Section } from '@/components/ui/page-header'
import type { OwnSignIn, Profile } from '@/server/people/schema'
import { ChangePasswordForm } from './change-password-form'
import { OwnLanguage } from './own-language'
import { OwnNameForm } from './own-name-form'
import { OwnSignIns } from './own-sign-ins'
import { SkillsForm, type SkillsFormProps } from './skills-form'

interface AccountPageProps extends Pick<SkillsFormProps, 'choices' | 'categories'> {
  profile: Profile
  signIns: OwnSignIn[]
}

/** All that people can see and change of their own account. */
export function AccountPage({ profile, signIns, choices, categories }: AccountPageProps) {
  const t = useTranslations('account')
  const router = useRouter()
  const trpc = useTRPC()
  const declare = useMutation(trpc.people.self.declareSkills.mutationOptions())
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('title')} description={profile.email} />
      <Section title={t('name')}>
        <OwnNameForm name={profile.name} />
      </Section>
      <Section title={t('interfaceLanguage')}>
        <OwnLanguage />
      </Section>
      <Section title={t('skills')} description={t('skillsDescription')}>
        <SkillsForm
          skills={{ languages: profile.languages, expertise: profile.expertise }}
          choices={choices}
          categories={categories}
          isOwn={profile.role === 'ANNOTATOR'}
          submitLabel={t('save')}
          onSave={async skills => {
            await declare.mutateAsync(skills)
            toast.success(t('saved'))
            router.refresh()
          }}
        />
      </Section>
      <Section title={t('password')} description={profile.hasPassword ? t('passwordDescription') : t('noPassword')}>
        {profile.hasPassword ? <ChangePasswordForm email={profile.email} /> : null}
      </Section>
      <Section title={t('signIns')} description={t('signInsDescription')}>
        <OwnSignIns signIns={signIns} />
      </Section>
    </div>
  )
}
