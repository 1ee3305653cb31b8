import 'server-only'
import type { Operation } from './operation'
import { keyOperations } from './router/key'
import { studyOperations } from './router/studies'

/** Everything that the public API does: routes, checks and the document are made of this. */
export const operations: readonly Operation[] = [...keyOperations, ...studyOperations]
