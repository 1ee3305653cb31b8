'use client'

import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { Alert } from '@/components/ui/alert'
import { type FieldProblem, sectionOf } from './form-sections'
import { problemPlace } from './problem-place'
import { useStudyForm } from './study-form-values'

/** All problems of the form in one place, each with the way to its part. */
export function ProblemSummary({ problems, failure }: { problems: FieldProblem[]; failure?: string }) {
  const t = useTranslations('studyForm')
  if (problems.length === 0) return failure ? <Alert variant="destructive">{failure}</Alert> : null
  return (
    <Alert variant="destructive" title={t('problems', { count: problems.length })}>
      <ul className="list-disc ps-4">
        {problems.map(problem => (
          <li key={problem.path}>
            <PlaceLink path={problem.path} />
            {': '}
            {problem.message}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** To the criterion that a field stands in, by its name; else to the section of the form. */
function PlaceLink({ path }: { path: string }) {
  const t = useTranslations('studyForm')
  const { control } = useStudyForm()
  const criteria = useWatch({ control, name: 'protocol.criteria' })
  const place = problemPlace(path)
  const section = sectionOf(path)
  return (
    <a href={place ? `#criterion-${place.criterion}` : `#${section}`} className="underline underline-offset-2">
      {place ? (
        <>
          <bdi>{criteria[place.criterion]?.label || t('criteria.unnamed')}</bdi>
          {place.part ? ` · ${t(place.part.key, { number: place.part.number })}` : null}
        </>
      ) : (
        t(`sections.${section}.title`)
      )}
    </a>
  )
}
