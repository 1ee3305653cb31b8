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
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { Person } from '@/server/people/queries/list-people'
import { LinkDialog } from './link-dialog'
import { SkillsDialog, type SkillsDialogProps } from './skills-dialog'

type Act = 'skills' | 'role' | 'reset' | 'signOut' | 'disable'

interface PersonActionsProps extends Pick<SkillsDialogProps, 'choices' | 'categories'> {
  person: Person
}

/** What an admin may do with an account. Each act is confirmed, and audited by the server. */
export function PersonActions({ person, choices, categories }: PersonActionsProps) {
  const t = useTranslations('people')
  const router = useRouter()
  const trpc = useTRPC()
  const [act, setAct] = useState<Act | null>(null)
  const [link, setLink] = useState<string | null>(null)
  const setRole = useMutation(trpc.people.setRole.mutationOptions())
  const setDisabled = useMutation(trpc.people.setDisabled.mutationOptions())
  const makeResetLink = useMutation(trpc.people.makeResetLink.mutationOptions())
  const signOut = useMutation(trpc.people.signOut.mutationOptions())

  const { id: userId, name } = person
  const otherRole = person.role === 'ADMIN' ? 'ANNOTATOR' : 'ADMIN'
  const disabling = person.isDisabled ? 'enable' : 'disable'
  const done = (text: string) => {
    toast.success(text)
    router.refresh()
  }
  const dialog = (which: Act) => ({
    open: act === which,
    onOpenChange: (isOpen: boolean) => setAct(isOpen ? which : null),
  })

  return (
    <>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t('actionsFor', { name })}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setAct('skills')}>{t('editSkills')}</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setAct('role')}>{t(`makeRole.${otherRole}`)}</DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setAct('reset')}>{t('makeResetLink')}</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setAct('signOut')}>{t('signOut')}</DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem variant={person.isDisabled ? undefined : 'destructive'} onSelect={() => setAct('disable')}>
            {t(`${disabling}.action`)}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>

      <SkillsDialog person={person} choices={choices} categories={categories} {...dialog('skills')} />
      <ConfirmDialog
        {...dialog('role')}
        title={t('roleTitle', { name })}
        description={t(`roleDescription.${otherRole}`)}
        confirmLabel={t(`makeRole.${otherRole}`)}
        onConfirm={async () => {
          await setRole.mutateAsync({ userId, role: otherRole })
          done(t('roleChanged', { name }))
        }}
      />
      <ConfirmDialog
        {...dialog('reset')}
        title={t('resetTitle', { name })}
        description={t('resetDescription')}
        confirmLabel={t('makeResetLink')}
        onConfirm={async () => setLink((await makeResetLink.mutateAsync({ userId })).link)}
      />
      <LinkDialog
        link={link}
        title={t('resetLinkTitle', { name })}
        description={t('resetLinkDescription')}
        onClose={() => setLink(null)}
      />
      <ConfirmDialog
        {...dialog('signOut')}
        title={t('signOutTitle', { name })}
        description={t('signOutDescription')}
        confirmLabel={t('signOut')}
        onConfirm={async () => {
          const { ended } = await signOut.mutateAsync({ userId })
          done(t('signedOut', { name, ended }))
        }}
      />
      <ConfirmDialog
        {...dialog('disable')}
        title={t(`${disabling}.title`, { name })}
        description={t(`${disabling}.description`)}
        confirmLabel={t(`${disabling}.action`)}
        destructive={!person.isDisabled}
        onConfirm={async () => {
          await setDisabled.mutateAsync({ userId, isDisabled: !person.isDisabled })
          done(t(`${disabling}.done`, { name }))
        }}
      />
    </>
  )
}
