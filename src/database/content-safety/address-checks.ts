import type { PayloadRequest } from 'payload'
import type { AddressFact, EntryAddress } from '../../domain/rules/index.ts'
import type { Words } from '../../domain/words.ts'
import { query, sql } from '../sql.ts'
import { markChecked, type Checked } from './checks.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What was seen at an address. `status`: of the last HTTP answer, null when there was none. */
export type AddressCheck = {
  path: string
  url: string
  status: number | null
  ok: boolean
  words: Words
}

export type SeenAddress = AddressCheck & { at: string }

/** Puts what was seen at a work's addresses in place of what was. */
export async function storeAddressChecks(
  req: Req,
  work: Checked,
  checks: readonly AddressCheck[],
): Promise<void> {
  await markChecked(req, work, 'addresses', checks.filter(({ ok }) => !ok).length)
  await query(
    req,
    sql`delete from address_checks where kind = ${work.kind} and entry_id = ${work.id}`,
  )
  for (const { path, url, status, ok, words } of checks) {
    await query(
      req,
      sql`insert into address_checks (kind, entry_id, path, url, status, ok, zh, en)
        values (${work.kind}, ${work.id}, ${path}, ${url}, ${status}, ${ok}, ${words.zh}, ${words.en})`,
    )
  }
}

/** What was seen at the addresses of a work, whether or not it still names them. */
export async function addressChecksOf(req: Req, { kind, id }: Checked): Promise<SeenAddress[]> {
  const rows = await query<Omit<SeenAddress, 'words'> & Words>(
    req,
    sql`select path, url, status, ok, zh, en, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from address_checks where kind = ${kind} and entry_id = ${id} order by path`,
  )
  return rows.map(({ zh, en, ...row }) => ({ ...row, words: { zh, en } }))
}

/** The same for the rules: only of addresses that the work still names. */
export async function addressFactsOf(
  req: Req,
  work: Checked,
  addresses: readonly EntryAddress[],
): Promise<AddressFact[]> {
  if (addresses.length === 0) return []
  const seen = await addressChecksOf(req, work)
  return seen.filter(({ path, url }) =>
    addresses.some((address) => address.path === path && address.url === url),
  )
}
