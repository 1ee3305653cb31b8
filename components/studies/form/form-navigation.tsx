'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { type FieldProblem, formSections, sectionOf } from './form-sections'

/** The way to each part of the form, with how many fields in it need attention. */
export function FormNavigation({ problems }: { problems: FieldProblem[] }) {
  const t = useTranslations('studyForm')
  return (
    <nav aria-label={t('navigation')} className="sticky top-16 hidden self-start lg:block">
      <ul className="grid gap-0.5">
        {formSections.map(section => {
          const count = problems.filter(problem => sectionOf(problem.path) === section.id).length
          return (
            <li key={section.id}>
              <a
                href={`#${section.id}`}
                className="flex items-center justify-between gap-2 rounded-md px-2 py-1.5 text-muted-foreground text-sm hover:bg-accent hover:text-accent-foreground"
              >
                {t(`sections.${section.id}.title`)}
                {count > 0 ? <Badge variant="destructive">{t('problemCount', { count })}</Badge> : null}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
