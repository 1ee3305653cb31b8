'use client'

import { useMutation } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type SyntheticEvent, useState } from 'react'
import { useTRPC } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-button'
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
import { NumberField } from '@/components/ui/number-field'
import type { StudyHead } from '@/server/studies/queries/get-study'

/** Makes a link by which people join as annotators of this study. */
export function StudyInvitation({ study }: { study: StudyHead }) {
  const t = useTranslations('studyPeople.invite')
  const refusalText = useRefusalText({ withDetail: true })
  const create = useMutation(useTRPC().people.invitations.create.mutationOptions())
  const [uses, setUses] = useState<number | null>(10)
  const [days, setDays] = useState<number | null>(7)

  function makeLink(event: SyntheticEvent) {
    event.preventDefault()
    create.mutate({
      role: 'ANNOTATOR',
      studyId: study.id,
      maxUses: Math.min(1000, Math.max(1, uses ?? 1)),
      validDays: Math.min(90, Math.max(1, days ?? 7)),
      note: '',
    })
  }

  return (
    <Dialog onOpenChange={() => create.reset()}>
      <DialogTrigger asChild>
        <Button variant="outline">
          <Link2 aria-hidden />
          {t('act')}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t('title', { name: study.name })}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <form method="post" onSubmit={makeLink}>
          <DialogBody>
            <div className="grid gap-4 sm:grid-cols-2">
              <FormField label={t('uses')}>
                <NumberField value={uses} onValueChange={setUses} min={1} max={1000} />
              </FormField>
              <FormField label={t('days')}>
                <NumberField value={days} onValueChange={setDays} min={1} max={90} unit={t('daysUnit')} />
              </FormField>
            </div>
            {create.data ? (
              <>
                <CopyField value={create.data.link} label={t('link')} />
                <Alert>{t('done')}</Alert>
              </>
            ) : null}
            {create.error ? <Alert variant="destructive">{refusalText(create.error)}</Alert> : null}
          </DialogBody>
          <DialogFooter>
            <Button type="submit" pending={create.isPending}>
              {t(create.data ? 'again' : 'create')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
