'use client'

import type { ColumnDef } from '@tanstack/react-table'
import { Webhook } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { momentFormat } from '@/components/people/date-time-format'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { WebhookView } from '@/server/webhooks/queries/list-webhooks'
import { AttemptResult } from './attempt-result'
import { useEventLabel } from './event-label'

/** Webhooks with what came of them lately. */
export function WebhookTable({ webhooks }: { webhooks: WebhookView[] }) {
  const t = useTranslations('webhooks')
  const shared = useTranslations('integrations')
  return (
    <DataTable
      columns={useWebhookColumns()}
      data={webhooks}
      caption={shared('webhooks')}
      getRowId={webhook => webhook.id}
      pagination={{ pageSize: 50 }}
      empty={<EmptyState icon={Webhook} title={t('none')} description={t('noneHint')} />}
    />
  )
}

function useWebhookColumns(): ColumnDef<WebhookView>[] {
  const t = useTranslations('webhooks')
  const shared = useTranslations('integrations')
  const format = useFormatter()
  const eventLabel = useEventLabel()
  return useMemo(
    () => [
      {
        accessorKey: 'url',
        header: t('url'),
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <div className="grid min-w-48">
            <Link
              href={`/integrations/webhooks/${original.id}`}
              dir="ltr"
              className="justify-self-start break-all font-medium underline underline-offset-4"
            >
              {original.url}
            </Link>
            <span className="text-muted-foreground text-xs">{original.events.map(eventLabel).join(' · ')}</span>
          </div>
        ),
      },
      {
        id: 'study',
        header: shared('study'),
        accessorFn: webhook => webhook.studyName ?? '',
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <span dir="auto" className="block min-w-28">
            {original.studyName ?? shared('allStudies')}
          </span>
        ),
      },
      {
        accessorKey: 'isEnabled',
        header: shared('state'),
        cell: ({ row: { original } }) => (
          <Badge variant={original.isEnabled ? 'success' : 'muted'} dot>
            {t(original.isEnabled ? 'enabled' : 'stopped')}
          </Badge>
        ),
      },
      {
        id: 'lastDay',
        header: t('lastDay'),
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <div className="grid text-xs">
            <span>{t('arrived', { count: original.delivered })}</span>
            {original.pending > 0 ? <span>{t('waiting', { count: original.pending })}</span> : null}
            {original.failed > 0 ? (
              <span className="text-destructive">{t('failedCount', { count: original.failed })}</span>
            ) : null}
          </div>
        ),
      },
      {
        id: 'lastAttempt',
        header: t('lastAttempt'),
        enableSorting: false,
        cell: ({ row: { original } }) =>
          original.lastAttempt ? (
            <div className="grid justify-items-start gap-1">
              <AttemptResult {...original.lastAttempt} />
              <span className="text-muted-foreground text-xs">
                {format.dateTime(original.lastAttempt.at, momentFormat)}
              </span>
            </div>
          ) : (
            t('noAttempt')
          ),
      },
      {
        id: 'log',
        header: () => <span className="sr-only">{shared('actions')}</span>,
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <Button variant="outline" size="sm" asChild>
            <Link href={`/integrations/webhooks/${original.id}`} aria-label={t('logOf', { url: original.url })}>
              {t('log')}
            </Link>
          </Button>
        ),
      },
    ],
    [t, shared, format, eventLabel],
  )
}
