import { createHmac } from 'node:crypto'
import { hmacWith } from '../../digest.ts'
import { voterNetwork } from '../../../domain/voting/risk.ts'

/** What stands in traces for a network and a device: tells nothing without the secret. */
export type TraceHashes = {
  /** Of the network that an address lies in; null for what is no address. */
  network: (address: string) => string | null
  /** Of an installation that a client names, and of that client alone; null for what is no name. */
  device: (client: number, name: string | undefined) => string | null
}

const deviceName = /^[\x21-\x7e]{8,128}$/
/** Characters of base64url: 96 bits. */
const length = 16

/** @param secret the server's own: the same on all nodes */
export function openTraceHashes(secret: string): TraceHashes {
  const keyed = (purpose: string) => {
    const hmac = hmacWith(createHmac('sha256', secret).update(purpose).digest())
    return (text: string) => hmac(text).toString('base64url').slice(0, length)
  }
  const [network, device] = [keyed('networks of votes'), keyed('devices of votes')]
  return {
    network(address) {
      const one = voterNetwork(address)
      return one === null ? null : network(one)
    },
    device: (client, name) =>
      name !== undefined && deviceName.test(name) ? device(`${client} ${name}`) : null,
  }
}
