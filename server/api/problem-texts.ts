// Some schemas name their messages by keys, which forms translate. A program gets the English words.
import auth from '../../messages/en/auth.json'
import integrations from '../../messages/en/integrations.json'

const { urlInvalid, eventsMissing } = integrations.webhooks

/** Key of a message → its text. The build turns texts with arguments into lists: none of these has any. */
export const problemTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...auth.problems, urlInvalid, eventsMissing }).filter(([, text]) => typeof text === 'string'),
)
