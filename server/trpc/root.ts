import 'server-only'
import { adjudicationRouter } from '../adjudication/router'
import { assignmentsRouter } from '../assignments/router'
import { auditRouter } from '../audit/router'
import { batchesRouter } from '../batches/router'
import { exportsRouter } from '../exports/router'
import { itemMessagesRouter } from '../item-messages/router'
import { itemsRouter } from '../items/router'
import { judgmentsRouter } from '../judgments/router'
import { peopleRouter } from '../people/router'
import { qualityRouter } from '../quality/router'
import { resultsRouter } from '../results/router'
import { reviewRouter } from '../review/router'
import { studiesRouter } from '../studies/router'
import { webhooksRouter } from '../webhooks/router'
import { createCallerFactory, router } from './init'

export const appRouter = router({
  adjudication: adjudicationRouter,
  audit: auditRouter,
  batches: batchesRouter,
  assignments: assignmentsRouter,
  exports: exportsRouter,
  itemMessages: itemMessagesRouter,
  items: itemsRouter,
  judgments: judgmentsRouter,
  results: resultsRouter,
  people: peopleRouter,
  quality: qualityRouter,
  review: reviewRouter,
  studies: studiesRouter,
  webhooks: webhooksRouter,
})

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
