import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { asParticipant } from '../../access/person.ts'
import { inTransaction, queryAlone, sql } from '../../database/sql.ts'
import type { Who } from '../../domain/participation/entry-desk.ts'
import { refusedAs } from './desk-refusals.ts'
import { holdPresent } from './hold-present.ts'

/** The client through which somebody came: its name, and the unit it gives to those who choose none. */
export type Client = { name: string; unit: number | null }

export type DeskRequest = { req: PayloadRequest; who: Who; client: Client }

/** Does one act of a participant in one transaction; what it throws undoes it and is said outside. */
export async function act<T>(
  payload: Payload,
  who: Who,
  work: (request: DeskRequest) => Promise<T>,
): Promise<T> {
  try {
    const request = await requestOf(payload, who)
    return await inTransaction(request.req, async () => {
      await holdPresent(request.req, who.participant)
      return work(request)
    })
  } catch (error) {
    throw refusedAs(error)
  }
}

/** The same for what only reads. */
export async function look<T>(
  payload: Payload,
  who: Who,
  work: (request: DeskRequest) => Promise<T>,
): Promise<T> {
  try {
    return await work(await requestOf(payload, who))
  } catch (error) {
    throw refusedAs(error)
  }
}

async function requestOf(payload: Payload, who: Who): Promise<DeskRequest> {
  const [client] = await queryAlone<Client>(
    payload,
    sql`select name, unit_id as unit from api_clients where id = ${who.client}`,
  )
  const cameFrom = client?.name ?? ''
  const user = asParticipant({ id: who.participant, cameFrom })
  const req = await createLocalReq({ user: user as never }, payload)
  return { req, who, client: client ?? { name: '', unit: null } }
}
