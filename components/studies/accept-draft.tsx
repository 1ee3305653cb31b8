'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { StrandedDraft } from '@/server/judgments/queries'

/** Makes a judgment of a draft, after asking: it cannot be taken back. */
export function AcceptDraft({ study, draft }: { study: string; draft: StrandedDraft }) {
  const t = useTranslations('studyFlags.drafts.accept')
  const router = useRouter()
  const accept = useMutation(useTRPC().judgments.acceptDraft.mutationOptions())
  return (
    <ConfirmDialog
      trigger={
        <Button variant="outline" size="sm">
          {t('act')}
        </Button>
      }
      title={t('title', { name: draft.annotator, item: draft.item })}
      description={t('description')}
      confirmLabel={t('act')}
      onConfirm={async () => {
        await accept.mutateAsync({ study, assignment: draft.assignment })
        toast.success(t('done'))
        router.refresh()
      }}
    />
  )
}
