import { useTranslations } from 'next-intl'
import type messages from '@/messages/en/auth.json'

type ProblemKey = keyof typeof messages.problems

/** Whether a word that came with a refusal or a form's error is the key of a text of ours. */
export function useIsProblemKey(): (key: string) => key is ProblemKey {
  const t = useTranslations('problems')
  return (key): key is ProblemKey => t.has(key as ProblemKey)
}

/** Turns the message of a form's error into a text: schemas of people name a key of the `problems` messages. */
export function useProblemText(): (message: string | undefined) => string | undefined {
  const t = useTranslations('problems')
  const isKey = useIsProblemKey()
  return message => (message && isKey(message) ? t(message) : message)
}
