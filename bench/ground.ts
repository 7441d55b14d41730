import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedDatabase } from '../src/database/embedded.ts'
import { makePeople, type People } from '../tests/harness/people.ts'
import { templateName, testSettings } from '../tests/harness/settings.ts'

export type Sql = (text: string, values?: unknown[]) => Promise<any[]>

/** A PostgreSQL of the benchmarks' own, in a temporary folder, as the product starts it: fsync is on. */
export type Ground = {
  people: People
  /** A new database with the campaign and the people in it. */
  database: (name: string) => Promise<BenchDatabase>
  /** Ends everything and removes the folder. */
  stop: () => Promise<void>
}

export type BenchDatabase = {
  url: string
  /** What a process needs to work on this database. */
  settings: Record<string, string>
  sql: Sql
  /** Lends a connection for as long as the work takes. */
  connect: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>
}

/** Starts the ground: cluster, migrations, the 2022 campaign, 91 counties, people. About ten seconds. */
export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'campaign-bench-'))
  // As root the database runs as somebody else, who must be able to enter.
  chmodSync(folder, 0o755)
  const cluster = await startEmbeddedDatabase(folder, ['max_connections=1100'])
  const pools: pg.Pool[] = []
  const stop = async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.end()))
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const admin = new pg.Pool({ connectionString: cluster.url, max: 1 })
    pools.push(admin)
    const people = await makeTemplate({ admin, url: named(cluster.url, templateName), folder })
    return {
      people,
      stop,
      database: async (name) => {
        await admin.query(`create database ${name} template ${templateName}`)
        const url = named(cluster.url, name)
        const pool = new pg.Pool({ connectionString: url, max: 8 })
        pools.push(pool)
        return {
          url,
          settings: testSettings({ databaseUrl: url, folder: path.join(folder, name) }),
          sql: async (text, values) => (await pool.query(text, values)).rows,
          connect: async (work) => {
            const client = await pool.connect()
            try {
              return await work(client)
            } finally {
              client.release()
            }
          },
        }
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

type Making = { admin: pg.Pool; url: string; folder: string }

async function makeTemplate({ admin, url, folder }: Making): Promise<People> {
  await admin.query(`create database ${templateName}`)
  Object.assign(process.env, testSettings({ databaseUrl: url, folder }))
  const { loadConfig } = await import('../src/start/load-config.ts')
  const { getPayload } = await import('payload')
  const { migrate } = await import('../src/database/migrate.ts')
  const { loadCampaign2022 } = await import('../seed/load-campaign.ts')
  const { closePayload } = await import('../src/start/open-payload.ts')
  // Standard output is for the figures. Payload's type for it names another stream than Node's own.
  const logger = { options: { level: 'error' }, destination: process.stderr } as never
  const payload = await getPayload({ config: { ...(await loadConfig()), logger } })
  await migrate(payload)
  await loadCampaign2022(payload)
  const people = await makePeople(payload)
  const { pool } = payload.db
  await pool.query(counties)
  await pool.query(
    `update campaigns_phases set "from" = now() - interval '1 day', "to" = now() + interval '9 days'`,
  )
  await closePayload(payload)
  return people
}

// A province's tree is wider than the notice names: seven invented counties under each city.
const counties = `
  with made as (
    insert into units (name, code, kind, parent_id, updated_at, created_at)
    select '演示' || n || '区总工会（' || city.name || '）', 'BENCH-' || city.id || '-' || n, 'county', city.id, now(), now()
    from units city, generate_series(1, 7) n where city.kind = 'city'
    returning id, parent_id)
  select count(*) from made;
  update units set path = parent.path || lpad(units.id::text, 6, '0')
  from units parent where units.parent_id = parent.id and units.path is null`

function named(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
