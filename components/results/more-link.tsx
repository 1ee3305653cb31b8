import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import type { ResultFilter } from '@/server/results/filter'
import { withFilter } from './filter/filter-address'

interface MoreLinkProps {
  study: string
  /** Below /results. */
  page: string
  filter: ResultFilter
  label: string
}

/** From a summary to the section that has all of it. */
export const MoreLink = ({ study, page, filter, label }: MoreLinkProps) => (
  <Button asChild variant="link">
    <Link href={withFilter(`/studies/${study}/results${page}`, filter)}>
      {label}
      <ArrowRight aria-hidden className="rtl:rotate-180" />
    </Link>
  </Button>
)
