import 'server-only'
import { BlockList, isIP } from 'node:net'

// Addresses of networks that are not the Internet (IANA's special-purpose registries). Whoever may enter the address of a
// webhook must not thereby reach what only this server reaches.

const notPublic = new BlockList()
const special4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
for (const [network, prefix] of special4) notPublic.addSubnet(network, prefix, 'ipv4')
// Within the range that is given out: documentation, benchmarks, and ways to put an IPv4 address into one of IPv6.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as [string, number][])
  notPublic.addSubnet(network, prefix, 'ipv6')
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address belongs to the Internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !notPublic.check(address, 'ipv4')
  return version === 6 && givenOut.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}
