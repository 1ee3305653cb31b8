import 'server-only'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { env } from '../../platform/env'
import type { DeliveryProblem } from '../schema'
import { isPublicAddress } from './public-address'

/** What listens below is no receiver of webhooks. */
const firstFreePort = 1024

/** Why an address may never be asked, as far as it says so itself; null: it may. */
export function refuseUrl(url: string): DeliveryProblem | null {
  if (env().ASSAY_WEBHOOK_PRIVATE_ADDRESSES) return null
  const { protocol, port, hostname } = new URL(url)
  if (protocol !== 'https:') return 'insecure'
  if (port !== '' && port !== '443' && Number(port) < firstFreePort) return 'port'
  const host = hostname.replace(/^\[|\]$/g, '')
  // A literal address is not looked up.
  return isIP(host) && !isPublicAddress(host) ? 'private-address' : null
}

/** The same, with where its name leads now. A name that nobody knows yet may be known when it is asked. */
export async function refuseTarget(url: string): Promise<DeliveryProblem | null> {
  const problem = refuseUrl(url)
  if (problem || env().ASSAY_WEBHOOK_PRIVATE_ADDRESSES) return problem
  const addresses = await lookup(new URL(url).hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => [])
  return addresses.some(({ address }) => !isPublicAddress(address)) ? 'private-address' : null
}
