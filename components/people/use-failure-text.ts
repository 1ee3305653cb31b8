import { useTranslations } from 'next-intl'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { useIsProblemKey } from './use-problem-text'

interface Refusal {
  message: string
  data?: { detail?: { reason?: unknown; waitMinutes?: unknown } } | null
}

/** What to tell somebody about a refused request: our text for its reason, else what the server said. */
export function useFailureText(): (failure: Refusal | null) => string | undefined {
  const t = useTranslations('problems')
  const refusalText = useRefusalText()
  const isKey = useIsProblemKey()
  return failure => {
    const { reason, waitMinutes } = failure?.data?.detail ?? {}
    if (typeof waitMinutes === 'number') return t('limited', { minutes: waitMinutes })
    return typeof reason === 'string' && isKey(reason) ? t(reason) : failure ? refusalText(failure) : undefined
  }
}
