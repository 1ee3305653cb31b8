'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { findLocale } from '@/server/people/locale'
import { newPersonSchema } from '@/server/people/schema'
import { PasswordInput } from './password-input'
import { signInByPassword } from './sign-in-by-password'
import { useFailureText } from './use-failure-text'
import { useProblemText } from './use-problem-text'

/** Joins with name, e-mail and password, and is signed in then. */
export function AcceptInvitationForm({ token }: { token: string }) {
  const t = useTranslations('joining')
  const locale = findLocale(useLocale())
  const problemText = useProblemText()
  const failureText = useFailureText()
  const trpc = useTRPC()
  const accept = useMutation(trpc.people.links.acceptInvitation.mutationOptions())
  const { register, handleSubmit, formState } = useForm({
    // No default values: they would wipe what was typed or filled in before our script ran.
    resolver: zodResolver(newPersonSchema),
  })
  const { errors } = formState

  const submit = handleSubmit(person =>
    accept.mutate(
      { ...person, token, locale },
      {
        onSuccess: async () => {
          const code = await signInByPassword(person)
          window.location.assign(code ? `/sign-in?error=${encodeURIComponent(code)}` : '/')
        },
      },
    ),
  )

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {accept.error ? <Alert variant="destructive">{failureText(accept.error)}</Alert> : null}
      <FormField label={t('name')} hint={t('nameHint')} error={problemText(errors.name?.message)} required>
        <Input dir="auto" autoComplete="name" autoFocus {...register('name')} />
      </FormField>
      <FormField label={t('email')} error={problemText(errors.email?.message)} required>
        <Input type="email" dir="ltr" autoComplete="username" {...register('email')} />
      </FormField>
      <FormField label={t('password')} hint={t('passwordHint')} error={problemText(errors.password?.message)} required>
        <PasswordInput autoComplete="new-password" {...register('password')} />
      </FormField>
      <Button type="submit" size="lg" pending={accept.isPending || accept.isSuccess}>
        {t('join')}
      </Button>
    </form>
  )
}
