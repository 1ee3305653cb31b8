import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/class-names'
import { showLanguageKey } from '@/server/assignments/language-pair'
import type { Check } from '@/server/studies/opening-checklist'

const looks = {
  blocking: { Icon: OctagonAlert, ink: 'text-destructive' },
  warning: { Icon: TriangleAlert, ink: 'text-warning' },
  fine: { Icon: CircleCheck, ink: 'text-success' },
}

/** More lines than this are a table of another page. */
const mostLines = 12

/** Each check with its state, what exactly is missing, and the way to where it is put right. */
export function OpeningChecklist({ slug, checks }: { slug: string; checks: Check[] }) {
  const t = useTranslations('studyOverview')
  return (
    <ul className="divide-y rounded-lg border bg-card">
      {checks.map(check => (
        <CheckRow
          key={check.id}
          check={check}
          href={`/studies/${slug}/${check.page}`}
          label={t(`pages.${check.page}`)}
        />
      ))}
    </ul>
  )
}

/** The checks that say more per language and category. */
const lineTexts: Partial<
  Record<Check['id'], 'checks.matching.line' | 'checks.overlap-matching.line' | 'checks.capacity.line'>
> = {
  matching: 'checks.matching.line',
  'overlap-matching': 'checks.overlap-matching.line',
  capacity: 'checks.capacity.line',
}

function CheckRow({ check, href, label }: { check: Check; href: string; label: string }) {
  const t = useTranslations('studyOverview')
  const { Icon, ink } = looks[check.severity]
  const shown = check.lines.slice(0, mostLines)
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', ink)} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p>
          <span className="sr-only">{t(`severity.${check.severity}`)}: </span>
          {t(`checks.${check.id}.${check.severity === 'fine' ? 'fine' : 'open'}`, check.values)}
        </p>
        {shown.length > 0 ? (
          <ul className="grid gap-0.5 text-[0.8125rem] text-muted-foreground">
            {shown.map(line => (
              <li key={`${line.language}/${line.category}`}>
                {t(lineTexts[check.id] ?? 'checks.matching.line', {
                  ...line,
                  language: showLanguageKey(line.language),
                  category: line.category ?? 'none',
                })}
              </li>
            ))}
            {check.lines.length > mostLines ? (
              <li>{t('moreLines', { count: check.lines.length - mostLines })}</li>
            ) : null}
          </ul>
        ) : null}
      </div>
      {check.severity === 'fine' && check.page !== 'planning' ? null : (
        <Link href={href} className="shrink-0 text-primary text-sm underline-offset-4 hover:underline">
          {label}
        </Link>
      )}
    </li>
  )
}
