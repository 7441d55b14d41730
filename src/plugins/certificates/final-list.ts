import type { PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { versionsOf, type StoredVersion } from '../../database/results/versions.ts'
import { query, sql } from '../../database/sql.ts'
import { dayWords } from '../../domain/results/certificates.ts'
import type { ResultList } from '../../domain/results/frozen.ts'
import { refusal } from '../../hooks/refuse.ts'
import type { CommonValues } from './check-sheets.ts'

/** The newest final version of a list, and how what it is about is called. */
export type FinalList = { version: StoredVersion; list: ResultList; common: CommonValues }

/** Null: no version is final. */
export async function findFinalList(
  req: PayloadRequest,
  result: number,
): Promise<FinalList | null> {
  const versions = await versionsOf(runIn(req), result)
  const version = versions.filter(({ finalAt }) => finalAt !== null).at(-1)
  if (!version) return null
  const [titles] = await query<{ track: string; campaign: string }>(
    req,
    sql`select t.title as track, c.title as campaign from results r
      join tracks t on t.id = r.track_id join campaigns c on c.id = t.campaign_id where r.id = ${result}`,
  )
  return {
    ...{ version, list: JSON.parse(version.text) as ResultList },
    common: {
      track: titles?.track ?? version.track,
      campaign: titles?.campaign ?? version.campaign,
      date: dayWords(version.finalAt!),
    },
  }
}

/** @throws 409 while no version is final */
export async function finalList(req: PayloadRequest, result: number): Promise<FinalList> {
  const found = await findFinalList(req, result)
  if (found) return found
  const words = {
    zh: '结果尚未最终确定，不能制发证书',
    en: 'No version of the list is final: there is nothing to certify',
  }
  throw refusal(409, words, { code: 'result-not-final' })
}
