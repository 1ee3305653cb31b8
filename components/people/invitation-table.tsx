'use client'

import { useMutation } from '@tanstack/react-query'
import type { ColumnDef } from '@tanstack/react-table'
import { MailOpen } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { InvitationSummary } from '@/server/people/queries/list-people'
import { momentFormat } from './date-time-format'
import { InvitationBadge } from './person-badges'

/** Invitations with their state; open ones can be revoked. */
export function InvitationTable({ invitations }: { invitations: InvitationSummary[] }) {
  const t = useTranslations('people')
  return (
    <DataTable
      columns={useInvitationColumns()}
      data={invitations}
      caption={t('invitations')}
      getRowId={invitation => invitation.id}
      pagination={{ pageSize: 50 }}
      empty={<EmptyState icon={MailOpen} title={t('noInvitations')} description={t('noInvitationsHint')} />}
    />
  )
}

function useInvitationColumns(): ColumnDef<InvitationSummary>[] {
  const t = useTranslations('people')
  const format = useFormatter()
  return useMemo(
    () => [
      {
        accessorKey: 'createdAt',
        header: t('created'),
        cell: ({ row: { original } }) => (
          <div className="grid">
            <span>{format.dateTime(original.createdAt, momentFormat)}</span>
            <span className="text-muted-foreground text-xs">{original.createdBy ?? t('operator')}</span>
          </div>
        ),
      },
      {
        accessorKey: 'role',
        header: t('role'),
        cell: ({ row: { original } }) => (
          <Badge variant={original.role === 'ADMIN' ? 'info' : 'secondary'}>{t(`roles.${original.role}`)}</Badge>
        ),
      },
      {
        id: 'purpose',
        header: t('purpose'),
        enableSorting: false,
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <div className="grid min-w-32">
            {original.studyName ? <span dir="auto">{original.studyName}</span> : null}
            <span dir="auto" className="text-muted-foreground text-xs">
              {original.note}
            </span>
          </div>
        ),
      },
      {
        accessorKey: 'state',
        header: t('stateHeader'),
        cell: ({ row: { original } }) => <InvitationBadge state={original.state} />,
      },
      {
        accessorKey: 'uses',
        header: t('uses'),
        meta: { numeric: true },
        cell: ({ row: { original } }) => t('usesOf', { uses: original.uses, maxUses: original.maxUses }),
      },
      {
        accessorKey: 'expiresAt',
        header: t('expires'),
        cell: ({ row: { original } }) => format.dateTime(original.expiresAt, momentFormat),
      },
      {
        id: 'actions',
        header: () => <span className="sr-only">{t('actions')}</span>,
        enableSorting: false,
        cell: ({ row: { original } }) => (original.state === 'open' ? <RevokeButton invitation={original} /> : null),
      },
    ],
    [t, format],
  )
}

function RevokeButton({ invitation }: { invitation: InvitationSummary }) {
  const t = useTranslations('people')
  const router = useRouter()
  const trpc = useTRPC()
  const revoke = useMutation(trpc.people.invitations.revoke.mutationOptions())
  return (
    <ConfirmDialog
      trigger={
        <Button variant="outline" size="sm">
          {t('revoke')}
        </Button>
      }
      title={t('revokeTitle')}
      description={t('revokeDescription')}
      confirmLabel={t('revoke')}
      destructive
      onConfirm={async () => {
        await revoke.mutateAsync({ invitationId: invitation.id })
        toast.success(t('revoked'))
        router.refresh()
      }}
    />
  )
}
