import { useTranslations } from 'next-intl'
import { showLanguageKey } from '@/server/assignments/language-pair'
import type { PersonMatch } from '@/server/studies/people-match'

/** How many items of each language a person may judge, and why not the others. */
export function MatchCell({ match }: { match: PersonMatch }) {
  const t = useTranslations('studyPeople')
  if (match.matched.length === 0 && match.missed.length === 0)
    return <span className="text-muted-foreground">{t('match.noItems')}</span>
  return (
    <span className="grid min-w-56 gap-0.5">
      {match.matched.length === 0 ? (
        <span className="text-destructive">{t('match.nothing')}</span>
      ) : (
        <span>
          {match.matched
            .map(one => t('match.items', { language: showLanguageKey(one.language), count: one.items }))
            .join(' · ')}
        </span>
      )}
      {match.missed.map(one => (
        <span key={`${one.language} ${one.why}`} className="text-[0.8125rem] text-muted-foreground">
          {t(`match.why.${one.why}`, { language: showLanguageKey(one.language), count: one.items })}
        </span>
      ))}
    </span>
  )
}
