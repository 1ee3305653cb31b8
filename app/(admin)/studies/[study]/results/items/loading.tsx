import { PageSkeleton } from '@/components/studies/page-skeleton'

export default function Loading() {
  return <PageSkeleton />
}
