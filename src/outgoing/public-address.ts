import { lookup as lookupNames, type LookupAddress, type LookupAllOptions } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'

/** An address that this server must not be sent to: its own network is nobody else's business. */
export class NotPublic extends Error {
  override name = 'NotPublic'
}

const inside = new BlockList()
// IANA special-purpose registries, and multicast.
for (const [net, bits] of [
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
] as const) {
  inside.addSubnet(net, bits, 'ipv4')
}
// Of IPv6 only global unicast is public; documentation, 6to4, Teredo and local NAT64 lie inside of it.
const outside6 = new BlockList()
outside6.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  inside.addSubnet(net, bits, 'ipv6')
}

/** Whether an IP address belongs to the public internet; false for what is none. */
export function isPublic(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const family = isIP(plain)
  if (family === 4) return !inside.check(plain, 'ipv4')
  if (family === 6) return outside6.check(plain, 'ipv6') && !inside.check(plain, 'ipv6')
  return false
}

export function isLoopback(address: string): boolean {
  return /^127\.|^::1$/.test(address.replace(/^\[|\]$/g, ''))
}

export type Allowed = (address: string) => boolean

/**
 * A name look-up that gives only addresses that are allowed. The connection goes to what was looked at
 * here, so that a name cannot be public when it is asked about and private when it is used.
 */
export function guardedLookup(allowed: Allowed, names: Names = lookupNames): LookupFunction {
  return (hostname, options, callback) => {
    names(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 4)
      const addresses = found
      const forbidden = addresses.find(({ address }) => !allowed(address))
      const [first] = addresses
      if (forbidden || !first) {
        return callback(new NotPublic(`${hostname} is not in the public internet`), '', 4)
      }
      if (options.all) return (callback as never as AllCallback)(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

/** Asks for all addresses of a name, as `dns.lookup` does. */
export type Names = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void

type AllCallback = (error: null, addresses: LookupAddress[]) => void
