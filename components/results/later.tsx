import { type ReactNode, Suspense } from 'react'
import { Skeleton } from '@/components/ui/skeleton'

/** A section that comes when it is read; the page does not wait for it. */
export const Later = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<Skeleton className="mb-8 h-48" />}>{children}</Suspense>
)
