import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { InvitationState } from '@/server/people/schema'

/** Whether somebody can sign in. */
export function PersonState({ isDisabled, isNew }: { isDisabled: boolean; isNew: boolean }) {
  const t = useTranslations('people')
  if (isDisabled)
    return (
      <Badge variant="destructive" dot>
        {t('state.disabled')}
      </Badge>
    )
  return (
    <Badge variant={isNew ? 'info' : 'success'} dot>
      {t(isNew ? 'state.new' : 'state.active')}
    </Badge>
  )
}

const looks = { open: 'success', used: 'muted', expired: 'muted', revoked: 'destructive' } as const

export function InvitationBadge({ state }: { state: InvitationState }) {
  const t = useTranslations('people')
  return (
    <Badge variant={looks[state]} dot>
      {t(`invitationState.${state}`)}
    </Badge>
  )
}
