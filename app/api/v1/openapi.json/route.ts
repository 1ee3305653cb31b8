import { apiDocument } from '@/server/api/queries/api-document'

export const dynamic = 'force-dynamic'

/** The public API as OpenAPI 3.1, made of what answers. It says nothing of any data, and so needs no key. */
export const GET = () => Response.json(apiDocument(), { headers: { 'cache-control': 'no-cache' } })
