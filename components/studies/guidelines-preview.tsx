import { useTranslations } from 'next-intl'
import { Markdown } from '@/components/rendering/markdown'

/** The guidelines as annotators see them. Needs the catalogue namespace `rendering`. */
export function GuidelinesPreview({ text }: { text: string }) {
  const t = useTranslations('studyForm')
  if (!text.trim()) return <p className="text-muted-foreground">{t('guidelines.empty')}</p>
  return (
    <div className="rounded-md border bg-card px-4 py-3">
      <Markdown text={text} size="compact" />
    </div>
  )
}
