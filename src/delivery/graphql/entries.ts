import { Ajv } from 'ajv'
import type { FastifyError } from 'fastify'
import type { GraphQLResolveInfo } from 'graphql'
import { parsePublicId } from '../../domain/public-id.ts'
import type { Shown } from '../read/documents.ts'
import { listEntries, oneEntry, questionOf } from '../read/entries.ts'
import { longFields, manyEntries, tracksOfEntries } from '../read/entry-documents.ts'
import { entryCardSchema } from '../schemas/entry.ts'
import { entriesQuery, type EntriesQuery } from '../schemas/parameters.ts'
import { problemOfValidation } from '../validation.ts'
import type { Reading } from './reading.ts'
import { namesUnder } from './selection.ts'

type Arguments = Record<string, unknown>

const minute = 60_000
const isRight = new Ajv({ strict: false, allErrors: true }).compile(entriesQuery)
const cardFields = new Set([...Object.keys(entryCardSchema.properties), '__typename'])

/**
 * A page of entries: one statement for their cards, one for the rest of them when any of it is asked
 * for, one for their tracks likewise, however many entries there are.
 */
export async function entries(reading: Reading, args: Arguments, info: GraphQLResolveInfo) {
  const { core, take } = reading
  const question = questionOf(core, checked(args))
  const { items, next, matches } = await listEntries(core, question)
  // A seed that was chosen here is another one in the next minute.
  const expires = question.seedIsOurs ? Math.ceil((Date.now() + 1) / minute) * minute : undefined
  const cards = JSON.parse(`[${items.join(',')}]`) as Shown[]
  const data = await completed(reading, cards, namesUnder(info, 'data'))
  return take({
    value: { data, page: { next, seed: question.seed ?? null } },
    matches,
    expires,
  })
}

/** One entry in full, or null. */
export async function entry(reading: Reading, { id }: { id: string }, info: GraphQLResolveInfo) {
  if (!parsePublicId(id)) return null
  const json = await oneEntry(reading.core, id)
  const found = json === null ? null : (JSON.parse(json) as Shown)
  reading.take({
    value: found,
    matches: (change) => 'entry' in change && change.entry === id,
    expires: undefined,
  })
  if (!found || !namesUnder(info).has('trackDetails')) return found
  const [whole] = await withTracks(reading, [found])
  return whole!
}

async function completed(reading: Reading, cards: Shown[], names: Set<string>): Promise<Shown[]> {
  const asksTracks = names.delete('trackDetails')
  let found = cards
  if ([...names].some((name) => !cardFields.has(name))) {
    const documents = await manyEntries(
      reading.core,
      cards.map(({ id }) => id as string),
      longFields.filter((name) => !names.has(name)),
    )
    found = cards.map(({ id }) => documents.get(id as string)).filter((one) => one !== undefined)
  }
  return asksTracks ? withTracks(reading, found) : found
}

async function withTracks({ core, take }: Reading, found: Shown[]): Promise<Shown[]> {
  const ids = found.map(({ id }) => id as string)
  const tracks = take(await tracksOfEntries(core, ids))
  return found.map((one) => ({ ...one, trackDetails: tracks.get(one.id as string) ?? null }))
}

/** @throws Problem `invalid-parameter`, as in REST */
function checked(args: Arguments): EntriesQuery {
  const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined)
  const query = Object.fromEntries(given)
  if (!isRight(query)) {
    throw problemOfValidation({ validation: isRight.errors } as unknown as FastifyError)
  }
  return query as EntriesQuery
}
