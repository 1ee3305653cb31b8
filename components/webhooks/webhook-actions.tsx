'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useFailureText } from '@/components/people/use-failure-text'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

/** What can be done with a webhook: a test, off and on, and away. */
export function WebhookActions({ webhookId, isEnabled }: { webhookId: string; isEnabled: boolean }) {
  const t = useTranslations('webhooks')
  const router = useRouter()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const failureText = useFailureText()
  const fail = { onError: (error: Parameters<typeof failureText>[0]) => toast.error(failureText(error)) }
  const test = useMutation(trpc.webhooks.test.mutationOptions(fail))
  const setEnabled = useMutation(trpc.webhooks.setEnabled.mutationOptions(fail))
  const remove = useMutation(trpc.webhooks.remove.mutationOptions())
  const done = (text: string) => {
    toast.success(text)
    router.refresh()
  }
  return (
    <>
      <Button
        pending={test.isPending}
        onClick={() =>
          test.mutate(
            { webhookId },
            {
              onSuccess: async () => {
                toast.success(t('testSent'))
                await queryClient.invalidateQueries({ queryKey: trpc.webhooks.deliveries.queryKey({ webhookId }) })
              },
            },
          )
        }
      >
        <Send aria-hidden />
        {t('sendTest')}
      </Button>
      <Button
        variant="outline"
        pending={setEnabled.isPending}
        onClick={() =>
          setEnabled.mutate(
            { webhookId, isEnabled: !isEnabled },
            { onSuccess: () => done(t(isEnabled ? 'stopDone' : 'startDone')) },
          )
        }
      >
        {t(isEnabled ? 'stop' : 'start')}
      </Button>
      <ConfirmDialog
        trigger={<Button variant="outline">{t('remove')}</Button>}
        title={t('removeTitle')}
        description={t('removeDescription')}
        confirmLabel={t('remove')}
        destructive
        onConfirm={async () => {
          await remove.mutateAsync({ webhookId })
          toast.success(t('removed'))
          router.push('/integrations/webhooks')
        }}
      />
    </>
  )
}
