import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedDatabase } from '../../src/database/embedded.ts'
import { makePeople, type People } from './people.ts'
import { templateName, testSettings } from './settings.ts'

declare module 'vitest' {
  // Only an interface can be added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    postgresUrl: string
    workFolder: string
    people: People
  }
}

type Ground = {
  people: People
  postgresUrl: string
  workFolder: string
  users: number
  stop: () => Promise<void>
}

/** Projects of one run share it, though each loads this file anew. */
const shared = globalThis as { testGround?: Promise<Ground> }

/**
 * Once a run: a PostgreSQL of its own in a folder of its own, and in it a template database that the
 * migrations made and the 2022 campaign and the tests' people were loaded into. Everybody is logged in
 * there already: sessions are rows and are copied along.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const ground = await (shared.testGround ??= makeGround())
  ground.users += 1
  project.provide('people', ground.people)
  project.provide('postgresUrl', ground.postgresUrl)
  project.provide('workFolder', ground.workFolder)
  return async () => {
    ground.users -= 1
    if (ground.users === 0) await ground.stop()
  }
}

async function makeGround(): Promise<Ground> {
  const workFolder = mkdtempSync(path.join(os.tmpdir(), 'campaign-tests-'))
  // As root the database runs as somebody else, who must be able to enter.
  chmodSync(workFolder, 0o755)
  // Nothing here outlives the run, so nothing is flushed to disk.
  const database = await startEmbeddedDatabase(workFolder, [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ])
  return {
    ...{ people: await makeTemplate(database.url), postgresUrl: database.url, workFolder },
    users: 0,
    async stop() {
      await database.stop()
      rmSync(workFolder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(postgresUrl: string): Promise<People> {
  const admin = new pg.Client({ connectionString: postgresUrl })
  await admin.connect()
  await admin.query(`create database ${templateName}`)
  const url = new URL(postgresUrl)
  url.pathname = `/${templateName}`
  Object.assign(process.env, testSettings({ databaseUrl: url.href, folder: os.tmpdir() }))
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  const { migrate } = await import('../../src/database/migrate.ts')
  await migrate(payload)
  const { loadCampaign2022 } = await import('../../seed/load-campaign.ts')
  await loadCampaign2022(payload)
  const people = await makePeople(payload)
  const { closePayload } = await import('../../src/start/open-payload.ts')
  await closePayload(payload)
  await admin.query(`alter database ${templateName} is_template true`)
  await admin.end()
  return people
}
