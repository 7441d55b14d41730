import type { PayloadRequest } from 'payload'
import { entryKindList, type EntryKind } from '../../domain/kinds.ts'
import type { JobCounts } from './count.ts'
import type { ListedJob } from './list.ts'
import { list, query, sql } from '../sql.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** The file or the work that a job is about; without `collection` it cannot be opened (any more). */
export type JobSubject = {
  title: string
  collection: EntryKind | 'media' | null
  id: number | null
}

/** What the start page of the province asks for; the timetable's waiting jobs are not in it. */
export type BackgroundJobs = {
  counts: JobCounts
  jobs: (ListedJob & { about: JobSubject | null })[]
}

/** By the keys of jobs (`media:12`, `videos:3`, `upload:…`), what each is about; others are left out. */
export async function jobSubjects(
  req: Req,
  keys: readonly string[],
): Promise<Map<string, JobSubject>> {
  if (keys.length === 0) return new Map()
  const works = entryKindList.map((kind) => {
    const ids = list(numbersAfter(`${kind}:`, keys))
    return sql`select ${`${kind}:`} || id as key, title, ${kind} as collection, id
      from ${sql.identifier(kind)} where id in ${ids}`
  })
  const files = sql`select 'media:' || id as key, original_name as title, 'media' as collection, id
    from media where id in ${list(numbersAfter('media:', keys))}`
  const uploads = sql`select 'upload:' || id as key, file_name as title, null as collection, null::int as id
    from uploads where 'upload:' || id in ${list(keys)}`
  const rows = await query<JobSubject & { key: string }>(
    req,
    sql.join([...works, files, uploads], sql` union all `),
  )
  return new Map(rows.map(({ key, title, collection, id }) => [key, { title, collection, id }]))
}

function numbersAfter(prefix: string, keys: readonly string[]): number[] {
  return keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => Number(key.slice(prefix.length)))
    .filter((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)
}
