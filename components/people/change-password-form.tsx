'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { changePasswordSchema } from '@/server/people/schema'
import { PasswordInput } from './password-input'
import { useFailureText } from './use-failure-text'
import { useProblemText } from './use-problem-text'

export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations('account')
  const problemText = useProblemText()
  const failureText = useFailureText()
  const router = useRouter()
  const trpc = useTRPC()
  const change = useMutation(trpc.people.self.changePassword.mutationOptions())
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(changePasswordSchema),
    defaultValues: { current: '', password: '' },
  })
  const { errors } = formState
  const submit = handleSubmit(given =>
    change.mutate(given, {
      onSuccess: () => {
        reset()
        toast.success(t('passwordChanged'))
        router.refresh()
      },
    }),
  )
  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-sm gap-4">
      {change.error ? <Alert variant="destructive">{failureText(change.error)}</Alert> : null}
      {/* So that a password manager knows whose password it keeps. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <FormField label={t('currentPassword')} error={problemText(errors.current?.message)} required>
        <PasswordInput autoComplete="current-password" {...register('current')} />
      </FormField>
      <FormField
        label={t('newPassword')}
        hint={t('passwordHint')}
        error={problemText(errors.password?.message)}
        required
      >
        <PasswordInput autoComplete="new-password" {...register('password')} />
      </FormField>
      <Button type="submit" variant="outline" className="justify-self-start" pending={change.isPending}>
        {t('changePassword')}
      </Button>
    </form>
  )
}
