import type { Payload } from 'payload'
import { list, queryAlone, sql } from '../../../src/database/sql.ts'
import type { User } from '../../../src/payload-types.ts'
import type { PlannedFile } from '../contents.ts'
import type { MadeFile, MakeFile } from '../make-file.ts'

/** Uploads that no entry uses yet, by their original name: what a run that was cut off left behind. */
export type Leftovers = Map<string, number>

export async function findLeftovers(payload: Payload, people: Iterable<User>): Promise<Leftovers> {
  const ids = [...people].map(({ id }) => id)
  const rows = await queryAlone<{ id: number; original_name: string }>(
    payload,
    sql`select id, original_name from media
      where entry_id is null and original_name like 'demo-%' and created_by_id in ${list(ids)}`,
  )
  return new Map(rows.map(({ id, original_name }) => [original_name, id]))
}

type Asked = {
  /** The key of the entry or article that the files are for. */
  key: string
  files: readonly PlannedFile[]
  user: User
  make: MakeFile
  leftovers: Leftovers
}

/** Makes the files and uploads them as this person. Returns their ids by field, as the field wants them. */
export async function uploadFiles(
  payload: Payload,
  { key, files, user, make, leftovers }: Asked,
): Promise<Record<string, number | number[]>> {
  const ids: Record<string, number | number[]> = {}
  for (const [index, { field, alt, make: making }] of files.entries()) {
    const stem = `demo-${key}-${index + 1}-${field}`
    const known = [...leftovers].find(([name]) => name.startsWith(`${stem}.`))
    if (known) leftovers.delete(known[0])
    const id = known?.[1] ?? (await upload(payload, { stem, alt, user, made: await make(making) }))
    const many = lists.includes(field)
    ids[field] = many ? [...((ids[field] as number[] | undefined) ?? []), id] : id
  }
  return ids
}

const lists = ['pictures', 'comic', 'attachments']

async function upload(
  payload: Payload,
  { stem, alt, user, made }: { stem: string; alt: string; user: User; made: MadeFile },
): Promise<number> {
  const { data, extension, mimeType } = made
  const name = `${stem}.${extension}`
  const { id } = await payload.create({
    collection: 'media',
    data: { alt },
    file: { data, name, mimetype: mimeType, size: data.length },
    depth: 0,
    overrideAccess: false,
    user,
  })
  return id
}
