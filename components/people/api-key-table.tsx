'use client'

import { useMutation } from '@tanstack/react-query'
import type { ColumnDef } from '@tanstack/react-table'
import { KeyRound } from 'lucide-react'
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
import type { ApiKeySummary } from '@/server/people/queries/list-api-keys'
import { momentFormat } from './date-time-format'

const looks = { active: 'success', expired: 'muted', revoked: 'destructive', disabled: 'warning' } as const

/** Keys with their state; those that are good can be revoked. */
export function ApiKeyTable({ keys }: { keys: ApiKeySummary[] }) {
  const t = useTranslations('apiKeys')
  const shared = useTranslations('integrations')
  return (
    <DataTable
      columns={useApiKeyColumns()}
      data={keys}
      caption={shared('keys')}
      getRowId={key => key.id}
      pagination={{ pageSize: 50 }}
      empty={<EmptyState icon={KeyRound} title={t('none')} description={t('noneHint')} />}
    />
  )
}

function useApiKeyColumns(): ColumnDef<ApiKeySummary>[] {
  const t = useTranslations('apiKeys')
  const shared = useTranslations('integrations')
  const format = useFormatter()
  return useMemo(() => {
    const moment = (at: Date | null, none: string) => (at ? format.dateTime(at, momentFormat) : none)
    return [
      {
        accessorKey: 'name',
        header: t('key'),
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <div className="grid min-w-32">
            <span dir="auto" className="font-medium">
              {original.name}
            </span>
            <span dir="ltr" className="justify-self-start font-mono text-muted-foreground text-xs">
              {original.prefix}…
            </span>
          </div>
        ),
      },
      {
        id: 'scope',
        header: t('may'),
        accessorFn: key => (key.scopes.includes('WRITE') ? 'WRITE' : 'READ'),
        cell: ({ getValue }) => (
          <Badge variant={getValue() === 'WRITE' ? 'info' : 'secondary'}>
            {t(getValue() === 'WRITE' ? 'scope.WRITE' : 'scope.READ')}
          </Badge>
        ),
      },
      {
        id: 'study',
        header: shared('study'),
        accessorFn: key => key.studyName ?? '',
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <span dir="auto" className="block min-w-28">
            {original.studyName ?? shared('allStudies')}
          </span>
        ),
      },
      {
        accessorKey: 'createdAt',
        header: shared('created'),
        cell: ({ row: { original } }) => (
          <div className="grid">
            <span>{moment(original.createdAt, '')}</span>
            <span dir="auto" className="text-muted-foreground text-xs">
              {original.createdBy ?? shared('operator')}
            </span>
          </div>
        ),
      },
      {
        accessorKey: 'lastUsedAt',
        header: t('lastUsed'),
        cell: ({ row: { original } }) => moment(original.lastUsedAt, shared('never')),
      },
      {
        accessorKey: 'expiresAt',
        header: t('expires'),
        cell: ({ row: { original } }) => moment(original.expiresAt, shared('never')),
      },
      {
        accessorKey: 'state',
        header: shared('state'),
        cell: ({ row: { original } }) => (
          <Badge variant={looks[original.state]} dot>
            {t(`states.${original.state}`)}
          </Badge>
        ),
      },
      {
        id: 'actions',
        header: () => <span className="sr-only">{shared('actions')}</span>,
        enableSorting: false,
        cell: ({ row: { original } }) => (original.state === 'revoked' ? null : <RevokeButton apiKey={original} />),
      },
    ]
  }, [t, shared, format])
}

function RevokeButton({ apiKey: { id, name } }: { apiKey: ApiKeySummary }) {
  const t = useTranslations('apiKeys')
  const router = useRouter()
  const trpc = useTRPC()
  const revoke = useMutation(trpc.people.apiKeys.revoke.mutationOptions())
  return (
    <ConfirmDialog
      trigger={
        <Button variant="outline" size="sm" aria-label={t('revokeFor', { name })}>
          {t('revoke')}
        </Button>
      }
      title={t('revokeTitle', { name })}
      description={t('revokeDescription')}
      confirmLabel={t('revoke')}
      destructive
      onConfirm={async () => {
        await revoke.mutateAsync({ keyId: id })
        toast.success(t('revoked', { name }))
        router.refresh()
      }}
    />
  )
}
