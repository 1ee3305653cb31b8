'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { newPasswordSchema } from '@/server/people/schema'
import { PasswordInput } from './password-input'
import { signInByPassword } from './sign-in-by-password'
import { useFailureText } from './use-failure-text'
import { useProblemText } from './use-problem-text'

const formSchema = z.object({ password: newPasswordSchema })

/** Sets a new password by a one-time link, and is signed in then. */
export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('joining')
  const problemText = useProblemText()
  const failureText = useFailureText()
  const trpc = useTRPC()
  const reset = useMutation(trpc.people.links.resetPassword.mutationOptions())
  const { register, handleSubmit, formState } = useForm({
    // No default values: they would wipe what was typed or filled in before our script ran.
    resolver: zodResolver(formSchema),
  })

  const submit = handleSubmit(({ password }) =>
    reset.mutate(
      { token, password },
      {
        onSuccess: async () => {
          const code = await signInByPassword({ email, password })
          window.location.assign(code ? `/sign-in?error=${encodeURIComponent(code)}` : '/')
        },
      },
    ),
  )

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {reset.error ? <Alert variant="destructive">{failureText(reset.error)}</Alert> : null}
      {/* So that a password manager knows whose password it keeps. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <FormField
        label={t('newPassword')}
        hint={t('passwordHint')}
        error={problemText(formState.errors.password?.message)}
        required
      >
        <PasswordInput autoComplete="new-password" autoFocus {...register('password')} />
      </FormField>
      <Button type="submit" size="lg" pending={reset.isPending || reset.isSuccess}>
        {t('setPassword')}
      </Button>
    </form>
  )
}
