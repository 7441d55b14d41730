import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'
import { inject } from 'vitest'
import { testDatabase } from './database.ts'
import { checkInvariants } from './invariants.ts'
import type { People } from './people.ts'
import { testSettings } from './settings.ts'

export type Answer = { status: number; body: any; headers: Headers }
export type Call = (
  method: string,
  path: string,
  options?: { as?: string; body?: unknown; raw?: BodyInit; headers?: Record<string, string> },
) => Promise<Answer>

export type TestCampaign = {
  payload: Payload
  config: SanitizedConfig
  people: People
  /** The staff REST API in this process: no server, no door in front. `as` is a name of `people`. */
  call: Call
  /** A track's id by its slug. */
  track: (slug: string) => number
  /** A unit's id by its name. */
  unit: (name: string) => number
  /** Lets everything happen now: all phases of all tracks are open. */
  openAll: () => Promise<void>
  sql: (text: string, values?: unknown[]) => Promise<any[]>
  /** Checks the invariants, then takes everything down. */
  close: (options?: { invariants?: boolean }) => Promise<void>
}

/** A campaign of one's own: database, files, people; Payload in this process. */
export async function testCampaign(): Promise<TestCampaign> {
  const database = await testDatabase()
  const folder = mkdtempSync(path.join(inject('workFolder'), 'campaign-'))
  Object.assign(process.env, testSettings({ databaseUrl: database.url, folder }))
  const { default: promised } = await import('../../payload.config.ts')
  const { getPayload, handleEndpoints } = await import('payload')
  const { closePayload } = await import('../../src/start/open-payload.ts')
  const config = await promised
  const payload = await getPayload({ config })
  const people = inject('people')
  const units = await byName(payload, 'units', 'name')
  const tracks = await byName(payload, 'tracks', 'slug')

  const call: Call = async (method, target, { as, body, raw, headers = {} } = {}) => {
    const request = new Request(`${process.env.PUBLIC_URL}/api${target}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(as === undefined ? {} : { authorization: `JWT ${people[as]!.token}` }),
        ...headers,
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
    const response = await handleEndpoints({ config, request })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: parsed(text) }
  }

  const sql = async (text: string, values: unknown[] = []) =>
    (await payload.db.pool.query(text, values)).rows

  return {
    payload,
    config,
    people,
    call,
    sql,
    track: (slug) => tracks.get(slug)!,
    unit: (name) => units.get(name)!,
    openAll: async () => {
      const from = new Date(Date.now() - 86_400_000).toISOString()
      const to = new Date(Date.now() + 86_400_000).toISOString()
      await sql(`update campaigns_phases set "from" = $1, "to" = $2`, [from, to])
    },
    close: async ({ invariants = true } = {}) => {
      const broken = invariants ? await checkInvariants(sql) : []
      if (invariants) broken.push(...(await driftsOf(payload)))
      await closePayload(payload)
      await database.drop()
      if (broken.length > 0) throw new Error(`Invariants broken:\n${broken.join('\n')}`)
    },
  }
}

// Tests open phases and change rules by SQL, so what the public sees of tracks is left out.
async function driftsOf(payload: Payload): Promise<string[]> {
  const { verifyShowcase } = await import('../../src/database/showcase/verify.ts')
  const drifts = await verifyShowcase(payload, { documents: false })
  return drifts.map((drift) => `the public sees what is published: ${JSON.stringify(drift)}`)
}

async function byName(
  payload: Payload,
  collection: 'units' | 'tracks',
  field: string,
): Promise<Map<string, number>> {
  const { docs } = await payload.find({ collection, pagination: false, depth: 0 })
  return new Map(docs.map((doc) => [(doc as Record<string, any>)[field] as string, doc.id]))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
