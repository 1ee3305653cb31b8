'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { toast } from 'sonner'
import { z } from 'zod'
import { useTRPC } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { personNameSchema } from '@/server/people/schema'
import { useProblemText } from './use-problem-text'

const formSchema = z.object({ name: personNameSchema })

export function OwnNameForm({ name }: { name: string }) {
  const t = useTranslations('account')
  const problemText = useProblemText()
  const router = useRouter()
  const refusalText = useRefusalText()
  const trpc = useTRPC()
  const change = useMutation(trpc.people.self.changeName.mutationOptions())
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { name },
  })
  const submit = handleSubmit(given =>
    change.mutate(given, {
      onSuccess: () => {
        toast.success(t('saved'))
        router.refresh()
      },
    }),
  )
  return (
    <form method="post" noValidate onSubmit={submit} className="flex items-start gap-2">
      <FormField
        label={t('name')}
        hideLabel
        error={problemText(formState.errors.name?.message) ?? (change.error ? refusalText(change.error) : undefined)}
        className="max-w-sm flex-1"
      >
        <Input dir="auto" autoComplete="name" {...register('name')} />
      </FormField>
      <Button type="submit" variant="outline" pending={change.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
