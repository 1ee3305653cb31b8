import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { NoticePage } from '@/components/shell/notice-page'
import { Button } from '@/components/ui/button'

/** Also what people see who may not see a page: that it exists is not told. */
export default function NotFound() {
  const t = useTranslations('errors')
  return (
    <NoticePage
      title={t('notFoundTitle')}
      description={t('notFoundDescription')}
      action={
        <Button asChild variant="outline">
          <Link href="/">{t('backToStart')}</Link>
        </Button>
      }
    />
  )
}
