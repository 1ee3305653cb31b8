'use client'

import { ListFilter } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** The address asks for a filter that makes no sense here, or (without a message) for one that leaves nothing. */
export function FilterProblem({ message }: { message?: string }) {
  const t = useTranslations('resultFilter')
  const path = usePathname()
  return (
    <EmptyState
      icon={ListFilter}
      title={message ? t('problemTitle') : t('emptyTitle')}
      description={message ?? t('emptyDescription')}
      action={
        <Button asChild variant="outline">
          <Link href={path}>{t('back')}</Link>
        </Button>
      }
    />
  )
}
