'use client'

import { useTranslations } from 'next-intl'
import { NoticePage } from '@/components/shell/notice-page'
import { Button } from '@/components/ui/button'

/** Fixed texts: the error itself stays in the server's log. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('errors')
  return (
    <NoticePage
      title={t('unexpectedTitle')}
      description={t('unexpectedDescription')}
      action={
        <>
          <Button onClick={reset}>{t('tryAgain')}</Button>
          <Button asChild variant="outline">
            {/* A full load: the client's state may be what is broken. */}
            <a href="/">{t('backToStart')}</a>
          </Button>
        </>
      }
    />
  )
}
