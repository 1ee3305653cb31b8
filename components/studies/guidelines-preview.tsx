import { useTranslations } from 'next-intl'

/** The guidelines as annotators see them. */
export function GuidelinesPreview({ text }: { text: string }) {
  const t = useTranslations('studyForm')
  if (!text.trim()) return <p className="text-muted-foreground">{t('guidelines.empty')}</p>
  return (
    <div className="reading whitespace-pre-wrap rounded-md border bg-card px-4 py-3" dir="auto">
      {text}
    </div>
  )
}
