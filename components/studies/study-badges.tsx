import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { StudyState } from '@/server/studies/schema'

const looks = { DRAFT: 'muted', OPEN: 'success', PAUSED: 'warning', CLOSED: 'info' } as const

/** Where a study is in its life. */
export function StudyStateBadge({ state }: { state: StudyState }) {
  const t = useTranslations('studies')
  return (
    <Badge variant={looks[state]} dot>
      {t(`state.${state}`)}
    </Badge>
  )
}

export interface StudyBadgesProps {
  state: StudyState
  isArchived: boolean
  isBlind: boolean
  isUnblinded: boolean
}

/** State, archive and blind of a study, beside its name. */
export function StudyBadges({ state, isArchived, isBlind, isUnblinded }: StudyBadgesProps) {
  const t = useTranslations('studies')
  return (
    <>
      <StudyStateBadge state={state} />
      {isArchived ? <Badge variant="outline">{t('archived')}</Badge> : null}
      {isBlind ? <Badge variant="outline">{t(isUnblinded ? 'unblinded' : 'blind')}</Badge> : null}
    </>
  )
}
