'use client'

import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { ConfirmDialog, type ConfirmDialogProps } from '@/components/ui/confirm-dialog'

interface DecisionButtonProps extends Pick<ConfirmDialogProps, 'title' | 'description' | 'reason'> {
  act: string
  /** Said when it is done. */
  done: string
  onDecide: (reason: string) => Promise<unknown>
}

/** A decision about one row of a list, which is asked for and then shown. */
export function DecisionButton({ act, done, onDecide, ...dialog }: DecisionButtonProps) {
  const router = useRouter()
  return (
    <ConfirmDialog
      {...dialog}
      trigger={
        <Button variant="outline" size="sm">
          {act}
        </Button>
      }
      confirmLabel={act}
      onConfirm={async reason => {
        await onDecide(reason)
        toast.success(done)
        router.refresh()
      }}
    />
  )
}
