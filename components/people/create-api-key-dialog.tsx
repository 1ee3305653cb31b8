'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from '@/components/ui/dialog'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { createApiKeySchema } from '@/server/people/schema'
import { SecretDialog } from './secret-dialog'
import { useFailureText } from './use-failure-text'
import { useProblemText } from './use-problem-text'

export interface ReachableStudy {
  id: string
  name: string
}

/** Makes a key and then shows its secret, once. */
export function CreateApiKeyDialog({ studies }: { studies: ReachableStudy[] }) {
  const t = useTranslations('apiKeys')
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null)
  return (
    <>
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        <DialogTrigger asChild>
          <Button>
            <KeyRound aria-hidden />
            {t('make')}
          </Button>
        </DialogTrigger>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>{t('make')}</DialogTitle>
            <DialogDescription>{t('makeDescription')}</DialogDescription>
          </DialogHeader>
          <CreateApiKeyForm
            studies={studies}
            onMade={key => {
              setIsOpen(false)
              setMade(key)
              router.refresh()
            }}
          />
        </DialogContent>
      </Dialog>
      <SecretDialog
        secret={made?.secret ?? null}
        title={t('madeTitle', { name: made?.name ?? '' })}
        description={t('madeDescription')}
        onClose={() => setMade(null)}
      />
    </>
  )
}

const formSchema = createApiKeySchema.pick({ name: true })

interface Choices {
  scope: 'READ' | 'WRITE'
  studyId: string
  validDays: string
}
const first: Choices = { scope: 'READ', studyId: '', validDays: '90' }

function CreateApiKeyForm({
  studies,
  onMade,
}: {
  studies: ReachableStudy[]
  onMade: (key: { name: string; secret: string }) => void
}) {
  const t = useTranslations('apiKeys')
  const shared = useTranslations('integrations')
  const problemText = useProblemText()
  const failureText = useFailureText()
  const trpc = useTRPC()
  const create = useMutation(trpc.people.apiKeys.create.mutationOptions())
  const [choices, setChoices] = useState(first)
  const choose = (choice: Partial<Choices>) => setChoices({ ...choices, ...choice })
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { name: '' },
  })
  const nameProblem = formState.errors.name?.message
  const submit = handleSubmit(({ name }) =>
    create.mutate(
      {
        name,
        scopes: [choices.scope],
        studyId: choices.studyId || null,
        validDays: choices.validDays === '' ? null : Number(choices.validDays),
      },
      { onSuccess: ({ secret }) => onMade({ name, secret }) },
    ),
  )
  return (
    <form method="post" noValidate className="flex min-h-0 flex-col" onSubmit={submit}>
      <DialogBody>
        {create.error ? <Alert variant="destructive">{failureText(create.error)}</Alert> : null}
        <FormField
          label={t('name')}
          hint={t('nameHint')}
          error={nameProblem === 'nameMissing' ? t('nameMissing') : problemText(nameProblem)}
          required
        >
          <Input dir="auto" autoComplete="off" {...register('name')} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField label={t('may')}>
            <NativeSelect
              value={choices.scope}
              onChange={event => choose({ scope: event.target.value === 'WRITE' ? 'WRITE' : 'READ' })}
            >
              <option value="READ">{t('scope.READ')}</option>
              <option value="WRITE">{t('scope.WRITE')}</option>
            </NativeSelect>
          </FormField>
          <FormField label={t('validFor')}>
            <NativeSelect value={choices.validDays} onChange={event => choose({ validDays: event.target.value })}>
              {[7, 30, 90, 365].map(days => (
                <option key={days} value={days}>
                  {t('days', { days })}
                </option>
              ))}
              <option value="">{t('forever')}</option>
            </NativeSelect>
          </FormField>
        </div>
        <FormField label={shared('study')} hint={t('studyHint')}>
          <NativeSelect value={choices.studyId} onChange={event => choose({ studyId: event.target.value })}>
            <option value="">{shared('allStudies')}</option>
            {studies.map(study => (
              <option key={study.id} value={study.id}>
                {study.name}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      </DialogBody>
      <DialogFooter>
        <Button type="submit" pending={create.isPending}>
          {t('make')}
        </Button>
      </DialogFooter>
    </form>
  )
}
