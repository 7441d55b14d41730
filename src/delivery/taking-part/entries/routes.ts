import type { FastifyInstance } from 'fastify'
import type { EntryKind } from '../../../domain/kinds.ts'
import type { OwnEntry, OwnPlace, Who } from '../../../domain/participation/entry-desk.ts'
import { limitParameter } from '../../schemas/parameters.ts'
import { participantsOnly, sessionIn } from '../identity/bearer.ts'
import { atTheDesk } from '../desk-problems.ts'
import { answerOnce, type KeptReply } from '../once.ts'
import type { TakingPartOptions } from '../routes.ts'
import { inputOf, type OwnBody } from './input.ts'
import {
  changeSchema,
  createSchema,
  deleteSchema,
  getSchema,
  listSchema,
  stepSchemas,
} from './route-schemas.ts'
import { unitRoutes } from './units.ts'
import { expectedBy, tagged } from './version.ts'

type Id = { id: string }
type ListQuery = { limit: number; cursor?: string }

/** `/v1/me/entries`, `/v1/me/units`: the works that a participant makes and sends in. */
export async function ownEntryRoutes(
  app: FastifyInstance,
  options: TakingPartOptions,
): Promise<void> {
  const { core, takingPart } = options
  // Whatever is no JSON is refused as such.
  app.removeContentTypeParser('text/plain')
  const preHandler = participantsOnly(core.sessions, 'entries:write')
  const who = (request: Parameters<typeof sessionIn>[0]): Who => {
    const { participant, client } = sessionIn(request)
    return { participant, client }
  }

  app.get<{ Querystring: ListQuery }>(
    '/me/entries',
    { preHandler, schema: listSchema },
    async (request) => {
      const { limit = limitParameter.default, cursor } = request.query
      const asker = who(request)
      const question = `own entries ${asker.participant}`
      const after = cursor === undefined ? null : core.cursors.read(question, cursor)
      const page = { limit, after: after as OwnPlace | null }
      const { entries, next } = await atTheDesk(takingPart.desk.list(asker, page))
      return { data: entries, page: { next: next && core.cursors.write(question, next) } }
    },
  )

  app.get<{ Params: Id }>(
    '/me/entries/:id',
    { preHandler, schema: getSchema },
    async (request, reply) => {
      const entry = await atTheDesk(takingPart.desk.read(who(request), request.params.id))
      return reply.header('etag', tagged(entry.version)).send(shown(entry))
    },
  )

  app.post<{ Body: OwnBody & { kind: EntryKind; track: string } }>(
    '/me/entries',
    { preHandler, schema: createSchema },
    (request, reply) => {
      const { kind, track } = request.body
      const given = { ...inputOf(request.body), kind, track }
      return answerOnce(core, request, reply, async (keep) => {
        const settle = keep && settled(keep, created)
        return created(await atTheDesk(takingPart.desk.create(who(request), given, settle)))
      })
    },
  )

  app.patch<{ Params: Id; Body: OwnBody }>(
    '/me/entries/:id',
    { preHandler, schema: changeSchema },
    (request, reply) => {
      const isExpected = expectedBy(request.headers['if-match'])
      const given = { ...inputOf(request.body), isExpected }
      return answerOnce(core, request, reply, async (keep) => {
        const { id } = request.params
        const settle = keep && settled(keep, found)
        return found(await atTheDesk(takingPart.desk.change(who(request), id, given, settle)))
      })
    },
  )

  app.delete<{ Params: Id }>(
    '/me/entries/:id',
    { preHandler, schema: deleteSchema },
    (request, reply) => {
      const given = { isExpected: expectedBy(request.headers['if-match']) }
      return answerOnce(core, request, reply, async (keep) => {
        const settle = keep && settled(keep, gone)
        await atTheDesk(takingPart.desk.remove(who(request), request.params.id, given, settle))
        return gone()
      })
    },
  )

  for (const [action, schema] of stepSchemas) {
    app.post<{ Params: Id }>(
      `/me/entries/:id/${action}`,
      { preHandler, schema },
      (request, reply) =>
        answerOnce(core, request, reply, async (keep) => {
          const { id } = request.params
          const settle = keep && settled(keep, found)
          return found(await atTheDesk(takingPart.desk.step(who(request), id, action, settle)))
        }),
    )
  }

  await app.register(unitRoutes, options)
}

type Keep = NonNullable<Parameters<Parameters<typeof answerOnce>[3]>[0]>
type Run = Parameters<Keep>[0]

const settled =
  <Answer>(keep: Keep, written: (answer: Answer) => KeptReply) =>
  (run: Run, answer: Answer) =>
    keep(run, written(answer))

function found(entry: OwnEntry): KeptReply {
  return {
    status: 200,
    headers: { etag: tagged(entry.version) },
    body: JSON.stringify(shown(entry)),
  }
}

function created(entry: OwnEntry): KeptReply {
  const { headers, ...answer } = found(entry)
  const location = `/v1/me/entries/${entry.id}`
  return { ...answer, status: 201, headers: { ...headers, location } }
}

function gone(): KeptReply {
  return { status: 204, headers: {}, body: '' }
}

// The version is the ETag.
function shown({ version: _, ...entry }: OwnEntry): Record<string, unknown> {
  return entry
}
