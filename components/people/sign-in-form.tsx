'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { signInSchema } from '@/server/people/schema'
import { PasswordInput } from './password-input'
import { signInByPassword } from './sign-in-by-password'
import { readSignInFailure } from './sign-in-failure'
import { useProblemText } from './use-problem-text'

interface SignInFormProps {
  /** A path of this application. */
  returnTo: string
  /** The code of what went wrong before this page was shown. */
  error?: string
}

export function SignInForm({ returnTo, error }: SignInFormProps) {
  const t = useTranslations('signIn')
  const problemText = useProblemText()
  const [failure, setFailure] = useState(error)
  const { register, handleSubmit, formState, setFocus } = useForm({
    // No default values: they would wipe what was typed or filled in before our script ran.
    resolver: zodResolver(signInSchema),
  })
  const { errors, isSubmitting, isSubmitSuccessful } = formState

  const submit = handleSubmit(async credentials => {
    setFailure(undefined)
    const code = await signInByPassword(credentials)
    if (!code) {
      // A new document: nothing that was fetched as nobody is used again.
      window.location.assign(returnTo)
      return
    }
    setFailure(code)
    setFocus('password', { shouldSelect: true })
  })
  const shown = failure ? readSignInFailure(failure) : undefined

  return (
    // The action is for a browser that has not run our script yet: a secret never gets into an address.
    <form method="post" action="/api/auth/callback/credentials" noValidate onSubmit={submit} className="grid gap-4">
      {shown ? <Alert variant="destructive">{t(`failures.${shown.key}`, { minutes: shown.minutes })}</Alert> : null}
      <FormField label={t('email')} error={problemText(errors.email?.message)} required>
        <Input type="email" dir="ltr" autoComplete="username" autoFocus {...register('email')} />
      </FormField>
      <FormField label={t('password')} error={problemText(errors.password?.message)} required>
        <PasswordInput autoComplete="current-password" {...register('password')} />
      </FormField>
      <Button type="submit" size="lg" pending={isSubmitting || (isSubmitSuccessful && !failure)}>
        {t('submit')}
      </Button>
    </form>
  )
}
