import 'server-only'
import type { Operation } from './operation'
import { exportOperations } from './router/exports'
import { itemOperations } from './router/items'
import { keyOperations } from './router/key'
import { peopleOperations } from './router/people'
import { resultOperations } from './router/results'
import { studyOperations } from './router/studies'
import { webhookOperations } from './router/webhooks'

/** Everything that the public API does: routes, checks and the document are made of this. */
export const operations: readonly Operation[] = [
  ...keyOperations,
  ...studyOperations,
  ...itemOperations,
  ...peopleOperations,
  ...resultOperations,
  ...exportOperations,
  ...webhookOperations,
]
