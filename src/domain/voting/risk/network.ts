import { callerNetwork } from '../../caller-network.ts'

/**
 * The network of an address as risk looks at it: the /24 of an IPv4 address, the /48 of an IPv6 one,
 * which is about what one company, school or street is given. Null for what is no address.
 */
export function voterNetwork(address: string): string | null {
  const one = callerNetwork(address)
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(one)
  if (four) return `${four[1]}.0/24`
  const six = /^([\da-f]+:[\da-f]+:[\da-f]+):[\da-f]+::\/64$/.exec(one)
  return six ? `${six[1]}::/48` : null
}
