import { useTranslations } from 'next-intl'
import { Badge, type BadgeProps } from '@/components/ui/badge'
import type { ImportState } from '@/server/items/schema'

const looks: Record<ImportState, BadgeProps['variant']> = {
  UPLOADING: 'info',
  CHECKING: 'info',
  CHECKED: 'warning',
  IMPORTING: 'info',
  DONE: 'success',
  FAILED: 'destructive',
  CANCELLED: 'muted',
}

export function ImportStateBadge({ state, takenBack }: { state: ImportState; takenBack: boolean }) {
  const t = useTranslations('imports')
  return (
    <Badge variant={looks[state]} dot>
      {takenBack ? t('state.takenBack') : t(`state.${state}`)}
    </Badge>
  )
}
