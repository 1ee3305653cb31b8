import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { DeliveryProblem } from '@/server/webhooks/schema'

interface Result {
  status: number | null
  problem: DeliveryProblem | null
}

/** What came of an attempt: the status of the answer, or why there was none. */
export function AttemptResult({ status, problem }: Result) {
  const t = useTranslations('webhooks')
  if (status === null) return <Badge variant="destructive">{problem ? t(`problems.${problem}`) : t('noAnswer')}</Badge>
  return <Badge variant={status >= 200 && status < 300 ? 'success' : 'destructive'}>{status}</Badge>
}
