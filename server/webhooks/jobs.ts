import 'server-only'
import type { Jobs } from '../jobs/schema'
import { deliverMessage } from './commands/deliver-message'
import { discardEvents } from './commands/discard-events'
import { sweepJudgments } from './commands/sweep-judgments'

export const webhookJobs: Jobs = {
  'webhooks.deliver': ({ deliveryId }) => deliverMessage(deliveryId),
  'webhooks.sweep-judgments': () => sweepJudgments(),
  'webhooks.discard-events': () => discardEvents(),
}
