'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import type { AssignmentData } from './answers'
import { notify } from './notify'
import { ReasonDialog } from './reason-dialog'

type FlagKind = AssignmentData['flags'][number]

const kinds: readonly FlagKind[] = ['BAD_PROMPT', 'WRONG_REFERENCE', 'UNSAFE', 'PRIVATE_DATA', 'OTHER']

interface FlagDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  assignment: string
  flags: FlagKind[]
  onFlagsChange: (flags: FlagKind[]) => void
}

/** Tells the admins that something is wrong with an item; the item can still be judged. */
export function FlagDialog({ open, onOpenChange, assignment, flags, onFlagsChange }: FlagDialogProps) {
  const t = useTranslations('judging')
  const refusalText = useRefusalText()
  const client = useTRPCClient()
  const [kind, setKind] = useState<FlagKind>('BAD_PROMPT')

  async function flag(note: string) {
    try {
      await client.assignments.flagItem.mutate({ assignment, kind, note })
      onFlagsChange([...flags.filter(other => other !== kind), kind])
      void notify('success', t('flagged'))
      onOpenChange(false)
    } catch (error) {
      void notify('error', refusalText(error))
    }
  }

  async function withdraw(which: FlagKind) {
    try {
      await client.assignments.withdrawFlag.mutate({ assignment, kind: which })
      onFlagsChange(flags.filter(other => other !== which))
    } catch (error) {
      void notify('error', refusalText(error))
    }
  }

  return (
    <ReasonDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('flagTitle')}
      description={t('flagDescription')}
      label={t('flagNote')}
      confirmLabel={t('flagConfirm')}
      required={kind === 'OTHER'}
      onConfirm={flag}
    >
      {flags.length > 0 ? (
        <ul className="grid gap-1">
          {flags.map(which => (
            <li key={which} className="flex items-center justify-between gap-2 rounded-md bg-muted px-3 py-1.5">
              {t(`flagKinds.${which}`)}
              <Button variant="ghost" size="sm" onClick={() => withdraw(which)}>
                {t('flagWithdraw')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <FormField label={t('flagKind')}>
        <NativeSelect
          value={kind}
          onChange={event => setKind(kinds.find(one => one === event.target.value) ?? 'OTHER')}
        >
          {kinds.map(one => (
            <option key={one} value={one}>
              {t(`flagKinds.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
    </ReasonDialog>
  )
}
