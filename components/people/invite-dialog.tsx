'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
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
import { type CreateInvitationInput, createInvitationSchema } from '@/server/people/schema'
import { LinkDialog } from './link-dialog'
import { useFailureText } from './use-failure-text'
import { useProblemText } from './use-problem-text'

export interface InvitableStudy {
  id: string
  name: string
}

/** Makes an invitation and then shows its link, once. */
export function InviteDialog({ studies }: { studies: InvitableStudy[] }) {
  const t = useTranslations('people')
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  return (
    <>
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        <DialogTrigger asChild>
          <Button>
            <UserPlus aria-hidden />
            {t('invite')}
          </Button>
        </DialogTrigger>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>{t('invite')}</DialogTitle>
            <DialogDescription>{t('inviteDescription')}</DialogDescription>
          </DialogHeader>
          <InviteForm
            studies={studies}
            onMade={made => {
              setIsOpen(false)
              setLink(made)
              router.refresh()
            }}
          />
        </DialogContent>
      </Dialog>
      <LinkDialog
        link={link}
        title={t('invitationLinkTitle')}
        description={t('invitationLinkDescription')}
        onClose={() => setLink(null)}
      />
    </>
  )
}

const first: CreateInvitationInput = { role: 'ANNOTATOR', studyId: null, maxUses: 1, validDays: 7, note: '' }

function InviteForm({ studies, onMade }: { studies: InvitableStudy[]; onMade: (link: string) => void }) {
  const t = useTranslations('people')
  const problemText = useProblemText()
  const failureText = useFailureText()
  const trpc = useTRPC()
  const create = useMutation(trpc.people.invitations.create.mutationOptions())
  const { control, register, handleSubmit, formState, watch, setValue } = useForm({
    resolver: zodResolver(createInvitationSchema),
    defaultValues: first,
  })
  const { errors } = formState
  const role = watch('role')

  return (
    <form
      method="post"
      noValidate
      className="flex min-h-0 flex-col"
      onSubmit={handleSubmit(given => create.mutate(given, { onSuccess: made => onMade(made.link) }))}
    >
      <DialogBody>
        {create.error ? <Alert variant="destructive">{failureText(create.error)}</Alert> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField label={t('role')}>
            <NativeSelect {...register('role', { onChange: () => setValue('studyId', null) })}>
              <option value="ANNOTATOR">{t('roles.ANNOTATOR')}</option>
              <option value="ADMIN">{t('roles.ADMIN')}</option>
            </NativeSelect>
          </FormField>
          <Controller
            control={control}
            name="studyId"
            render={({ field }) => (
              <FormField label={t('study')} optional error={problemText(errors.studyId?.message)}>
                <NativeSelect
                  value={field.value ?? ''}
                  disabled={role === 'ADMIN'}
                  onChange={event => field.onChange(event.target.value || null)}
                >
                  <option value="">{t('noStudy')}</option>
                  {studies.map(study => (
                    <option key={study.id} value={study.id}>
                      {study.name}
                    </option>
                  ))}
                </NativeSelect>
              </FormField>
            )}
          />
          <FormField label={t('maxUses')} hint={t('maxUsesHint')} error={problemText(errors.maxUses?.message)}>
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={1000}
              {...register('maxUses', { valueAsNumber: true })}
            />
          </FormField>
          <FormField label={t('validFor')}>
            <NativeSelect {...register('validDays', { valueAsNumber: true })}>
              {[1, 7, 30, 90].map(days => (
                <option key={days} value={days}>
                  {t('days', { days })}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        </div>
        <FormField label={t('note')} hint={t('noteHint')} optional error={problemText(errors.note?.message)}>
          <Input {...register('note')} />
        </FormField>
      </DialogBody>
      <DialogFooter>
        <Button type="submit" pending={create.isPending}>
          {t('makeLink')}
        </Button>
      </DialogFooter>
    </form>
  )
}
