import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { entryKindList } from '../domain/kinds.ts'
import {
  mayStandUnder,
  scopeRange,
  unitKinds,
  unitPath,
  wouldCycle,
  type UnitKind,
} from '../domain/unit-tree.ts'
import { refusal } from './refuse.ts'
import { idOf } from '../fields/id-of.ts'

/** Refuses a parent under which a unit of this kind cannot stand, and one that is the unit itself or below it. */
export const checkParent: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  // One change of the tree at a time: two moves at once could make a ring.
  await query(req, sql`select pg_advisory_xact_lock(hashtext('unit tree'))`)
  const parentId = idOf(data.parent)
  const parent =
    parentId === null
      ? null
      : await req.payload.findByID({
          collection: 'units',
          id: parentId,
          depth: 0,
          disableErrors: true,
          req,
        })
  if (parentId !== null && !parent) {
    throw refusal(
      400,
      { zh: '上级单位不存在', en: 'There is no such parent unit' },
      { code: 'no-parent', path: 'parent' },
    )
  }
  const kind = data.kind as UnitKind
  // The field's own check, which comes after this hook, says what is wrong with it.
  if (!Object.hasOwn(unitKinds, kind)) return data
  if (!mayStandUnder(kind, parent?.kind ?? null)) {
    const above = parent
      ? unitKinds[parent.kind as UnitKind].label
      : { zh: '最上级', en: 'the top' }
    const words = {
      zh: `“${unitKinds[kind].label.zh}”不能设在“${above.zh}”之下`,
      en: `“${unitKinds[kind].label.en}” cannot stand under “${above.en}”`,
    }
    throw refusal(400, words, { code: 'wrong-parent', path: 'parent' })
  }
  if (
    operation === 'update' &&
    parent?.path &&
    wouldCycle({ path: originalDoc.path, newParentPath: parent.path })
  ) {
    throw refusal(
      409,
      { zh: '不能移到自己的下级', en: 'A unit cannot move below itself' },
      { code: 'ring', path: 'parent' },
    )
  }
  if (operation === 'update' && parentId !== idOf(originalDoc.parent)) {
    await holdEntriesBelow(req, originalDoc.path)
  }
  return { ...data, path: operation === 'create' ? null : originalDoc.path }
}

// A step of the workflow locks its entry and then its unit; a move that began with the unit could wait
// for the step while the step waits for the move.
async function holdEntriesBelow(req: PayloadRequest, path: string): Promise<void> {
  const { from, below } = scopeRange(path)
  for (const kind of entryKindList) {
    await query(
      req,
      sql`select id from ${sql.identifier(kind)} where unit_path >= ${from} and unit_path < ${below} order by id for update`,
    )
  }
}

/** The path needs the row's own id, so it is written right after the row, in the same transaction. */
export const settlePath: CollectionAfterChangeHook = async ({ doc, data, operation, req }) => {
  if (operation !== 'create') return doc
  const path = unitPath(await pathOf(req, idOf(data.parent)), doc.id)
  await query(req, sql`update units set path = ${path} where id = ${doc.id}`)
  return { ...doc, path }
}

/** A unit that moves takes all below it along, and what belongs to them: people, entries, files, quotas. */
export const movePaths: CollectionAfterChangeHook = async ({
  doc,
  data,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || idOf(data.parent) === idOf(previousDoc.parent)) return doc
  const old: string = previousDoc.path
  const path = unitPath(await pathOf(req, idOf(data.parent)), doc.id)
  const { from, below } = scopeRange(old)
  await query(
    req,
    sql`update units set path = ${path} || substr(path, ${old.length + 1}::int) where path >= ${from} and path < ${below}`,
  )
  for (const table of [...entryKindList, 'users', 'media', 'quotas']) {
    const name = sql.identifier(table)
    await query(
      req,
      sql`update ${name} set unit_path = ${path} || substr(unit_path, ${old.length + 1}::int) where unit_path >= ${from} and unit_path < ${below}`,
    )
  }
  return { ...doc, path }
}

/**
 * Holds a unit where it stands until the transaction ends. Whoever copies its path asks this before
 * reading it: a move at the same time would take along only what it sees.
 */
export async function holdUnit(req: PayloadRequest, id: number | null): Promise<void> {
  if (id !== null) await query(req, sql`select id from units where id = ${id} for share`)
}

async function pathOf(req: PayloadRequest, id: number | null): Promise<string> {
  if (id === null) return ''
  const [row] = await query<{ path: string }>(req, sql`select path from units where id = ${id}`)
  return row?.path ?? ''
}
