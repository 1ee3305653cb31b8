import { useTranslations } from 'next-intl'

/** The id that each shell gives to its main part. */
export const contentId = 'content'

/** The first stop of the Tab key. */
export function SkipLink() {
  const t = useTranslations('shell')
  const shown =
    'focus:fixed focus:start-2 focus:top-2 focus:z-70 focus:rounded-md focus:bg-primary focus:px-3 focus:py-2 focus:text-primary-foreground'
  return (
    <a href={`#${contentId}`} className={`sr-only focus:not-sr-only ${shown}`}>
      {t('skipToContent')}
    </a>
  )
}
