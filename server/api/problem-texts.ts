// Some schemas name their messages by keys, which forms translate. A program gets the English words.
import auth from '../../messages/en/auth.json'
import { webhooks } from '../../messages/en/integrations.json'

/** Key of a message → its text. */
export const problemTexts: Readonly<Record<string, string>> = {
  ...auth.problems,
  urlInvalid: webhooks.urlInvalid,
  eventsMissing: webhooks.eventsMissing,
}
