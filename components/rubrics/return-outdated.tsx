'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'

/** Gives judgments back that were on their way while the rubric changed. */
export function ReturnOutdated({ study, itemId, count }: { study: string; itemId: string; count: number }) {
  const t = useTranslations('rubrics')
  const router = useRouter()
  const back = useMutation(
    useTRPC().items.rubrics.returnOutdated.mutationOptions({
      onSuccess: ({ returned }) => {
        toast.success(t('returnedNow', { count: returned }))
        router.refresh()
      },
      onError: error => toast.error(error.message),
    }),
  )
  return (
    <Button variant="outline" size="sm" pending={back.isPending} onClick={() => back.mutate({ study, itemId })}>
      {t('returnNow', { count })}
    </Button>
  )
}
