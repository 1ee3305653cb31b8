import { useTranslations } from 'next-intl'

/** Turns the message of a form's error into a text: schemas of people name a key of the `problems` messages. */
export function useProblemText(): (message: string | undefined) => string | undefined {
  const t = useTranslations('problems')
  return message => (message && t.has(message) ? t(message) : message)
}
