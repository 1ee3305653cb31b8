import type { ReactNode } from 'react'
import { TrpcProviders } from '@/components/trpc/providers'

export default function StudiesLayout({ children }: { children: ReactNode }) {
  return <TrpcProviders>{children}</TrpcProviders>
}
