import { notFound } from 'next/navigation'
import { BatchSample } from '@/components/batches/batch-sample'
import { Messages } from '@/components/shell/messages'
import { getBatch } from '@/server/batches/queries/get-batch'
import { batchRefSchema } from '@/server/batches/schema'
import { DomainError } from '@/server/platform/errors'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface BatchPageProps {
  params: Promise<{ study: string; person: string; day: string }>
}

export default async function BatchPage({ params }: BatchPageProps) {
  const { study, person, day } = await params
  const access = await requirePageStudy(study)
  const ref = batchRefSchema.safeParse({ userId: person, day })
  if (!ref.success) notFound()
  const batch = await getBatch(access, ref.data).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    throw error
  })
  return (
    <Messages namespaces={['batches', 'rendering']}>
      <BatchSample study={access.slug} batch={batch} />
    </Messages>
  )
}
