import type { GraphQLResolveInfo } from 'graphql'
import { isEntryKind } from '../../domain/kinds.ts'
import { badText } from '../../domain/text.ts'
import { invalidParameter } from '../problem.ts'
import { listDocuments, oneDocument, type DocumentType, type Shown } from '../read/documents.ts'
import { readStats } from '../read/stats.ts'
import { typeNameOf } from '../schemas/entry-kinds.ts'
import { listResults, oneResult } from '../results/read.ts'
import { limitParameter } from '../schemas/parameters.ts'
import { entries, entry } from './entries.ts'
import type { Reading } from './reading.ts'
import { namesUnder } from './selection.ts'

type Context = { reading: Reading }
type ListArguments = { campaign?: string | null; limit?: number | null; cursor?: string | null }

// Campaigns and tracks are few; a list of them is read whole.
const whole = 200

const query = {
  campaigns: async (_: unknown, _args: object, { reading }: Context, info: GraphQLResolveInfo) =>
    withTracks(reading, await listAll(reading, 'campaign'), namesUnder(info)),
  campaign: async (
    _: unknown,
    { slug }: { slug: string },
    { reading }: Context,
    info: GraphQLResolveInfo,
  ) => {
    const found = await one(reading, 'campaign', slug)
    return found && (await withTracks(reading, [found], namesUnder(info), slug))[0]
  },
  tracks: (_: unknown, { campaign }: ListArguments, { reading }: Context) =>
    listAll(reading, 'track', campaign),
  track: (
    _: unknown,
    { slug, campaign }: { slug: string; campaign?: string | null },
    { reading }: Context,
  ) => one(reading, 'track', slug, campaign),
  entries: (_: unknown, args: object, { reading }: Context, info: GraphQLResolveInfo) =>
    entries(reading, args as Record<string, unknown>, info),
  entry: (_: unknown, args: { id: string }, { reading }: Context, info: GraphQLResolveInfo) =>
    entry(reading, args, info),
  articles: (_: unknown, args: ListArguments, { reading }: Context, info: GraphQLResolveInfo) =>
    list(reading, 'article', args, namesUnder(info, 'data').has('body')),
  article: (_: unknown, { slug }: { slug: string }, { reading }: Context) =>
    one(reading, 'article', slug),
  results: (_: unknown, args: ListArguments, { reading }: Context) => results(reading, args),
  result: async (_: unknown, { id }: { id: string }, { reading: { core, take } }: Context) =>
    take(await oneResult(core, id)) ?? null,
  stats: async (_: unknown, { campaign }: ListArguments, { reading }: Context) =>
    reading.take(await readStats(reading.core, campaign ?? undefined)),
}

/** Everything that can be asked for; whatever a row has more is read from the row. */
export const resolvers = {
  Query: Object.fromEntries(
    Object.entries(query).map(([name, resolve]) => [
      name,
      (root: unknown, args: Record<string, unknown>, ...rest: unknown[]) => {
        refuseBadText(args)
        return (resolve as (...all: unknown[]) => unknown)(root, args, ...rest)
      },
    ]),
  ),
  Entry: {
    resolveType: ({ kind }: Shown) => (isEntryKind(kind) ? typeNameOf(kind) : undefined),
  },
}

/** PostgreSQL takes no NUL, and no half of a character. */
function refuseBadText(args: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(args)) {
    const wrong = typeof value === 'string' && badText(value)
    if (wrong) throw invalidParameter(name, wrong)
  }
}

async function list(
  { core, take }: Reading,
  type: DocumentType,
  args: ListArguments,
  isWhole: boolean,
) {
  const options = { type, whole: isWhole, ...pageAsked(args) }
  const { data, next } = take(await listDocuments(core, options))
  return { data, page: { next } }
}

async function results({ core, take }: Reading, args: ListArguments) {
  const { data, next } = take(await listResults(core, pageAsked(args)))
  return { data, page: { next } }
}

function pageAsked({ campaign, limit, cursor }: ListArguments) {
  const size = limit ?? limitParameter.default
  if (size < limitParameter.minimum || size > limitParameter.maximum) {
    throw invalidParameter('limit', { zh: '应为 1 至 100', en: 'must be from 1 to 100' })
  }
  return { limit: size, campaign: campaign ?? undefined, cursor: cursor ?? undefined }
}

async function listAll(
  { core, take }: Reading,
  type: 'campaign' | 'track',
  campaign?: string | null,
): Promise<Shown[]> {
  const options = { type, limit: whole, campaign: campaign ?? undefined, cursor: undefined }
  return take(await listDocuments(core, { ...options, whole: true })).data
}

async function one(
  { core, take }: Reading,
  type: DocumentType,
  slug: string,
  campaign?: string | null,
): Promise<Shown | null> {
  return take(await oneDocument(core, type, slug, campaign ?? undefined)) ?? null
}

/** Campaigns with their tracks, when those are asked for: one statement for all of them. */
async function withTracks(
  reading: Reading,
  campaigns: Shown[],
  names: Set<string>,
  slug?: string,
): Promise<Shown[]> {
  if (!names.has('tracks')) return campaigns
  const tracks = await listAll(reading, 'track', slug)
  return campaigns.map((campaign) => ({
    ...campaign,
    tracks: tracks.filter((track) => track.campaign === campaign.slug),
  }))
}
