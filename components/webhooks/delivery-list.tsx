'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { momentFormat } from '@/components/people/date-time-format'
import { useFailureText } from '@/components/people/use-failure-text'
import { useTRPC } from '@/components/trpc/context'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ScrollFrame } from '@/components/ui/scroll-frame'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { DeliveryView } from '@/server/webhooks/queries/list-webhooks'
import { AttemptResult } from './attempt-result'
import { useEventLabel } from './event-label'

const looks = { PENDING: 'info', DELIVERED: 'success', FAILED: 'destructive' } as const
const waitingMs = 3_000
const quietMs = 15_000

/** What was sent to a webhook, and what came of it; looks again by itself, sooner while something is on its way. */
export function DeliveryList({ webhookId, first }: { webhookId: string; first: DeliveryView[] }) {
  const t = useTranslations('webhooks')
  const trpc = useTRPC()
  const { data } = useQuery({
    ...trpc.webhooks.deliveries.queryOptions({ webhookId }),
    initialData: first,
    refetchInterval: query => (query.state.data?.some(({ state }) => state === 'PENDING') ? waitingMs : quietMs),
  })
  if (data.length === 0)
    return <EmptyState icon={Inbox} title={t('noDeliveries')} description={t('noDeliveriesHint')} />
  return (
    <ul className="grid grid-cols-1 gap-3">
      {data.map(delivery => (
        <li key={delivery.id}>
          <Delivery webhookId={webhookId} delivery={delivery} />
        </li>
      ))}
    </ul>
  )
}

function Delivery({ webhookId, delivery }: { webhookId: string; delivery: DeliveryView }) {
  const t = useTranslations('webhooks')
  const format = useFormatter()
  const eventLabel = useEventLabel()
  const trpc = useTRPC()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const again = useMutation(
    trpc.webhooks.redeliver.mutationOptions({
      onSuccess: async () => {
        toast.success(t('redelivered'))
        await queryClient.invalidateQueries({ queryKey: trpc.webhooks.deliveries.queryKey({ webhookId }) })
      },
      onError: error => toast.error(failureText(error)),
    }),
  )
  const { id, type, state, createdAt, attempts } = delivery
  return (
    <article
      aria-label={`${eventLabel(type)}, ${format.dateTime(createdAt, momentFormat)}`}
      className="rounded-md border bg-card"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
        <Badge variant={looks[state]} dot>
          {t(`deliveryStates.${state}`)}
        </Badge>
        <span className="font-medium">{eventLabel(type)}</span>
        <span className="text-[0.8125rem] text-muted-foreground">
          {format.dateTime(createdAt, momentFormat)} · {t('attempts', { count: attempts.length })}
        </span>
        <Button
          variant="outline"
          size="sm"
          className="ms-auto"
          pending={again.isPending}
          onClick={() => again.mutate({ webhookId, deliveryId: id })}
        >
          {t('redeliver')}
        </Button>
      </div>
      {attempts.length > 0 ? <Attempts attempts={attempts} /> : null}
    </article>
  )
}

function Attempts({ attempts }: Pick<DeliveryView, 'attempts'>) {
  const t = useTranslations('webhooks')
  const format = useFormatter()
  return (
    <Table
      caption={t('attempts', { count: attempts.length })}
      dense
      frameClassName="rounded-none border-x-0 border-b-0"
    >
      <TableHeader>
        <TableRow>
          <TableHead>{t('attemptedAt')}</TableHead>
          <TableHead>{t('status')}</TableHead>
          <TableHead>{t('duration')}</TableHead>
          <TableHead className="w-full">{t('answer')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {attempts.map(({ at, status, problem, durationMs, answer }) => (
          <TableRow key={at.toISOString()}>
            <TableCell>{format.dateTime(at, { ...momentFormat, second: '2-digit' })}</TableCell>
            <TableCell>
              <AttemptResult status={status} problem={problem} />
            </TableCell>
            <TableCell className="tabular-nums">{t('milliseconds', { count: durationMs })}</TableCell>
            <TableCell>
              {answer ? (
                <ScrollFrame
                  label={t('answerOf', { time: format.dateTime(at, { timeStyle: 'medium' }) })}
                  className="max-h-32 min-w-48 max-w-xl rounded-sm bg-muted p-2"
                >
                  <pre dir="auto" className="whitespace-pre-wrap break-all font-mono text-xs">
                    {answer}
                  </pre>
                </ScrollFrame>
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
