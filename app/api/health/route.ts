import { checkHealth } from '@/server/platform/health'

export const dynamic = 'force-dynamic'

/** For supervisors and load balancers: 200 when requests can be served, 503 when the database does not answer. */
export async function GET() {
  const health = await checkHealth()
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
