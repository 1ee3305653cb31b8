import 'server-only'
import { router } from '../trpc/init'
import { adminProcedure } from '../trpc/procedures'
import { removeWebhook, setWebhookEnabled } from './commands/change-webhook'
import { createWebhook } from './commands/create-webhook'
import { redeliver, sendTest } from './commands/send-again'
import { listDeliveries, listWebhooks } from './queries/list-webhooks'
import {
  allWebhooks,
  createWebhookSchema,
  deliveryRefSchema,
  setWebhookEnabledSchema,
  webhookRefSchema,
} from './schema'

export const webhooksRouter = router({
  list: adminProcedure.query(({ ctx }) => listWebhooks(ctx.admin, allWebhooks)),
  deliveries: adminProcedure
    .input(webhookRefSchema)
    .query(({ ctx, input }) => listDeliveries(ctx.admin, allWebhooks, input.webhookId)),
  create: adminProcedure
    .input(createWebhookSchema)
    .mutation(({ ctx, input }) => createWebhook(ctx.admin, allWebhooks, input)),
  setEnabled: adminProcedure
    .input(setWebhookEnabledSchema)
    .mutation(({ ctx, input }) => setWebhookEnabled(ctx.admin, allWebhooks, input)),
  remove: adminProcedure
    .input(webhookRefSchema)
    .mutation(({ ctx, input }) => removeWebhook(ctx.admin, allWebhooks, input.webhookId)),
  test: adminProcedure
    .input(webhookRefSchema)
    .mutation(({ ctx, input }) => sendTest(ctx.admin, allWebhooks, input.webhookId)),
  redeliver: adminProcedure
    .input(deliveryRefSchema)
    .mutation(({ ctx, input }) => redeliver(ctx.admin, allWebhooks, input)),
})
