'use client'

import { useMutation } from '@tanstack/react-query'
import { Webhook } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { SecretDialog } from '@/components/people/secret-dialog'
import { useFailureText } from '@/components/people/use-failure-text'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox'
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
import { createWebhookSchema, deliveryProblemSchema, type EventType, eventTypes } from '@/server/webhooks/schema'
import { useEventLabel } from './event-label'

interface Props {
  studies: { id: string; name: string }[]
}

/** Adds a webhook and then shows its signing secret, once. */
export function CreateWebhookDialog({ studies }: Props) {
  const t = useTranslations('webhooks')
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <>
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        <DialogTrigger asChild>
          <Button>
            <Webhook aria-hidden />
            {t('make')}
          </Button>
        </DialogTrigger>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>{t('make')}</DialogTitle>
            <DialogDescription>{t('makeDescription')}</DialogDescription>
          </DialogHeader>
          <CreateWebhookForm
            studies={studies}
            onMade={made => {
              setIsOpen(false)
              setSecret(made)
              router.refresh()
            }}
          />
        </DialogContent>
      </Dialog>
      <SecretDialog
        secret={secret}
        title={t('madeTitle')}
        description={t('madeDescription')}
        onClose={() => setSecret(null)}
      />
    </>
  )
}

function CreateWebhookForm({ studies, onMade }: Props & { onMade: (secret: string) => void }) {
  const t = useTranslations('webhooks')
  const shared = useTranslations('integrations')
  const failureText = useFailureText()
  const eventLabel = useEventLabel()
  const trpc = useTRPC()
  const create = useMutation(trpc.webhooks.create.mutationOptions())
  const detail: Record<string, unknown> | undefined = create.error?.data?.detail
  const reason = deliveryProblemSchema.safeParse(detail?.reason)
  const [url, setUrl] = useState('')
  const [study, setStudy] = useState('')
  const [events, setEvents] = useState<EventType[]>(['study.opened', 'study.closed', 'export.ready'])
  const [wrong, setWrong] = useState<string[]>([])

  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = createWebhookSchema.safeParse({ url, events, study: study || null })
    setWrong(parsed.success ? [] : parsed.error.issues.map(issue => String(issue.path[0])))
    if (parsed.success) create.mutate(parsed.data, { onSuccess: made => onMade(made.secret) })
  }

  return (
    <form method="post" noValidate className="flex min-h-0 flex-col" onSubmit={submit}>
      <DialogBody>
        {create.error ? (
          <Alert variant="destructive">
            {reason.success ? t(`problems.${reason.data}`) : failureText(create.error)}
          </Alert>
        ) : null}
        <FormField
          label={t('url')}
          hint={t('urlHint')}
          error={wrong.includes('url') ? t('urlInvalid') : undefined}
          required
        >
          <Input
            type="url"
            dir="ltr"
            autoComplete="off"
            placeholder="https://example.org/assay"
            value={url}
            onChange={change => setUrl(change.target.value.trim())}
          />
        </FormField>
        <FormField label={t('events')} group error={wrong.includes('events') ? t('eventsMissing') : undefined}>
          <div className="grid gap-2">
            {eventTypes.map(type => (
              <CheckboxField
                key={type}
                label={eventLabel(type)}
                checked={events.includes(type)}
                onCheckedChange={isChosen =>
                  setEvents(eventTypes.filter(one => (one === type ? isChosen === true : events.includes(one))))
                }
              />
            ))}
          </div>
        </FormField>
        <FormField label={shared('study')} hint={t('studyHint')}>
          <NativeSelect value={study} onChange={change => setStudy(change.target.value)}>
            <option value="">{shared('allStudies')}</option>
            {studies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
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
