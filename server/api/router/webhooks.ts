import 'server-only'
import { z } from 'zod'
import { removeWebhook, setWebhookEnabled } from '../../webhooks/commands/change-webhook'
import { createWebhook } from '../../webhooks/commands/create-webhook'
import { redeliver, sendTest } from '../../webhooks/commands/send-again'
import { getWebhook, listDeliveries, listWebhooks } from '../../webhooks/queries/list-webhooks'
import { newestFirst, newestFirstCursor } from '../newest-first'
import { keyOperation } from '../operation'
import {
  changeWebhookBody,
  createWebhookBody,
  deliverySchema,
  madeWebhookSchema,
  webhookSchema,
} from '../schema/webhooks'
import { webhookScope } from '../webhook-scope'

const tag = 'Webhooks'
const parameters = { webhook: z.uuid() }

export const webhookOperations = [
  keyOperation(
    {
      id: 'listWebhooks',
      method: 'GET',
      path: '/webhooks',
      tag,
      summary: 'The webhooks, the newest first',
      answered: { kind: 'page', row: webhookSchema, cursor: newestFirstCursor, lines: false },
    },
    async ({ admin, key, page }) => newestFirst(await listWebhooks(admin, webhookScope(key)), page),
  ),
  keyOperation(
    {
      id: 'createWebhook',
      method: 'POST',
      path: '/webhooks',
      tag,
      summary: 'Have an address told what happens',
      about:
        'Messages are signed as Standard Webhooks says, sent again until they are answered with 2xx, and may come more than once: `webhook-id` tells.',
      body: createWebhookBody,
      answered: { kind: 'json', status: 201, schema: madeWebhookSchema },
    },
    ({ admin, key, body }) => createWebhook(admin, webhookScope(key), body),
  ),
  keyOperation(
    {
      id: 'changeWebhook',
      method: 'PATCH',
      path: '/webhooks/{webhook}',
      tag,
      summary: 'Stop a webhook, or let it go on',
      parameters,
      body: changeWebhookBody,
      answered: { kind: 'json', status: 200, schema: webhookSchema },
    },
    async ({ admin, key, path: { webhook }, body }) => {
      await setWebhookEnabled(admin, webhookScope(key), { webhookId: webhook, ...body })
      return getWebhook(admin, webhookScope(key), webhook)
    },
  ),
  keyOperation(
    {
      id: 'removeWebhook',
      method: 'DELETE',
      path: '/webhooks/{webhook}',
      tag,
      summary: 'Remove a webhook with its log',
      parameters,
      answered: { kind: 'none' },
    },
    ({ admin, key, path }) => removeWebhook(admin, webhookScope(key), path.webhook),
  ),
  keyOperation(
    {
      id: 'testWebhook',
      method: 'POST',
      path: '/webhooks/{webhook}/test',
      tag,
      summary: 'Send a message that says nothing',
      parameters,
      answered: { kind: 'json', status: 202, schema: z.object({ deliveryId: z.uuid() }) },
    },
    ({ admin, key, path }) => sendTest(admin, webhookScope(key), path.webhook),
  ),
  keyOperation(
    {
      id: 'listDeliveries',
      method: 'GET',
      path: '/webhooks/{webhook}/deliveries',
      tag,
      summary: 'What was sent, and what came of it',
      about: 'The newest hundred.',
      parameters,
      answered: { kind: 'page', row: deliverySchema, cursor: newestFirstCursor, lines: false },
    },
    async ({ admin, key, path, page }) =>
      newestFirst(await listDeliveries(admin, webhookScope(key), path.webhook), page),
  ),
  keyOperation(
    {
      id: 'redeliver',
      method: 'POST',
      path: '/webhooks/{webhook}/deliveries/{delivery}/redeliver',
      tag,
      summary: 'Send a message once more',
      parameters: { ...parameters, delivery: z.uuid() },
      answered: { kind: 'none' },
    },
    ({ admin, key, path }) =>
      redeliver(admin, webhookScope(key), { webhookId: path.webhook, deliveryId: path.delivery }),
  ),
]
