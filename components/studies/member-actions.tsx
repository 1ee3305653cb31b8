'use client'

import { useMutation } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import { FormField } from '@/components/ui/form-field'
import { NumberField } from '@/components/ui/number-field'
import type { StudyMember } from '@/server/studies/queries/study-people'

/** Quota, open work and removal of one annotator. */
export function MemberActions({ study, member }: { study: string; member: StudyMember }) {
  const t = useTranslations('studyPeople')
  const router = useRouter()
  const setAnnotators = useMutation(useTRPC().studies.setAnnotators.mutationOptions())
  const [asked, setAsked] = useState<'quota' | 'reset' | 'remove' | null>(null)
  const reset = useMutation(useTRPC().review.resetOpenWork.mutationOptions())
  const [quota, setQuota] = useState(member.quota)
  const { userId, name } = member

  async function save(change: { set?: { userId: string; quota: number | null }[]; remove?: string[] }, done: string) {
    await setAnnotators.mutateAsync({ study, ...change })
    toast.success(done)
    router.refresh()
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t('actionsOf', { name })}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setAsked('quota')}>{t('quota.change')}</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setAsked('reset')}>{t('reset.act')}</DropdownMenuItem>
          <DropdownMenuItem variant="destructive" onSelect={() => setAsked('remove')}>
            {t('remove.act')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={asked === 'quota'}
        onOpenChange={() => setAsked(null)}
        title={t('quota.title', { name })}
        description={t('quota.description')}
        confirmLabel={t('quota.save')}
        onConfirm={() => save({ set: [{ userId, quota }] }, t('quota.done'))}
      >
        <FormField label={t('quota.label')} hint={t('quota.hint')} optional>
          <NumberField value={quota} onValueChange={setQuota} min={0} />
        </FormField>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'reset'}
        onOpenChange={() => setAsked(null)}
        title={t('reset.title', { name })}
        description={t('reset.description')}
        confirmLabel={t('reset.act')}
        onConfirm={async () => {
          const { assignments } = await reset.mutateAsync({ study, userId })
          toast.success(t('reset.done', { count: assignments }))
          router.refresh()
        }}
      />
      <ConfirmDialog
        open={asked === 'remove'}
        onOpenChange={() => setAsked(null)}
        title={t('remove.title', { name })}
        description={t('remove.description', { count: member.judged })}
        confirmLabel={t('remove.act')}
        destructive
        onConfirm={() => save({ remove: [userId] }, t('remove.done', { name }))}
      />
    </>
  )
}
