import {
  storeAddressChecks,
  type AddressCheck,
} from '../../database/content-safety/address-checks.ts'
import { forgetChecks } from '../../database/content-safety/checks.ts'
import { addressesOf } from '../../domain/rules/index.ts'
import { environment } from '../../environment.ts'
import type { JobHandler } from '../../hooks/job-handlers.ts'
import { workIn } from './check-words.ts'
import { lookAtAddress } from './look-at-address.ts'
import { isLoopback, isPublic } from '../../outgoing/public-address.ts'
import { readWork } from './read-texts.ts'

/** Goes to the addresses that a work names and writes down whether they answer. */
export const checkAddresses: JobHandler = async ({ payload, data, finish }) => {
  const work = workIn(data)
  const read = await readWork(payload, work)
  if (!read) return finish((req) => forgetChecks(req, work))
  const allowed = (address: string) =>
    isPublic(address) || (environment().checkLoopback && isLoopback(address))
  const checks: AddressCheck[] = []
  for (const { path, url, label } of addressesOf(work.kind, read.entry)) {
    const { status, ok, words } = await lookAtAddress(url, { allowed })
    const told = { zh: `${label.zh}：${words.zh}`, en: `${label.en}: ${words.en}` }
    checks.push({ path, url, status, ok, words: told })
  }
  await finish((req) => storeAddressChecks(req, work, checks))
}
