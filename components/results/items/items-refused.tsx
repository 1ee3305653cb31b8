import { ListX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** The address asks for what the study does not have; the message of the query says what. */
export function ItemsRefused({ study, message }: { study: string; message: string }) {
  const t = useTranslations('resultItems')
  return (
    <EmptyState
      icon={ListX}
      title={t('unknown')}
      description={message}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button asChild>
            <Link href={`/studies/${study}/results`}>{t('toResults')}</Link>
          </Button>
          <Button asChild variant="outline">
            <Link href={`/studies/${study}/results/items`}>{t('allItems')}</Link>
          </Button>
        </div>
      }
    />
  )
}
