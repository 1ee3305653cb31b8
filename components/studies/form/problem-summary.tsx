'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { type FieldProblem, sectionOf } from './form-sections'

/** All problems of the form in one place, each with the way to its part. */
export function ProblemSummary({ problems, failure }: { problems: FieldProblem[]; failure?: string }) {
  const t = useTranslations('studyForm')
  if (problems.length === 0) return failure ? <Alert variant="destructive">{failure}</Alert> : null
  return (
    <Alert variant="destructive" title={t('problems', { count: problems.length })}>
      <ul className="list-disc ps-4">
        {problems.map(problem => (
          <li key={problem.path}>
            <a href={`#${sectionOf(problem.path)}`} className="underline underline-offset-2">
              {t(`sections.${sectionOf(problem.path)}.title`)}
            </a>
            {': '}
            {problem.message}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
