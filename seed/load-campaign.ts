import type { Payload, PayloadRequest, Where } from 'payload'
import { createLocalReq } from 'payload'
import { query, sql, inTransaction } from '../src/database/sql.ts'
import { defaultRules } from '../src/domain/rules/index.ts'
import { facts, phaseSeeds, unitSeeds } from './campaign-2022.ts'

/**
 * Loads the 2022 campaign: units, campaign and tracks. What is there already, by its code or slug,
 * is left as people have changed it since; a second run adds nothing. One transaction.
 */
export async function loadCampaign2022(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    await query(req, sql`select pg_advisory_xact_lock(hashtext('campaign seed'))`)
    const units = await loadUnits(req)
    const campaignId = await loadCampaign(req)
    await loadTracks(req, campaignId, units)
  })
}

async function loadUnits(req: PayloadRequest): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const { name, code, kind, parent } of unitSeeds()) {
    const { docs } = await req.payload.find({
      collection: 'units',
      where: { code: { equals: code } },
      limit: 1,
      depth: 0,
      req,
    })
    const known = docs[0]
    const data = { name, code, kind, parent: parent === null ? null : ids.get(parent) }
    const doc = known ?? (await req.payload.create({ collection: 'units', data, depth: 0, req }))
    ids.set(name, doc.id)
  }
  return ids
}

async function loadCampaign(req: PayloadRequest): Promise<number> {
  const { slug, year, title, organisers, noticeDate, platforms, platformUses } = facts.campaign
  const { docs } = await req.payload.find({
    collection: 'campaigns',
    where: { slug: { equals: slug } },
    limit: 1,
    depth: 0,
    req,
  })
  if (docs[0]) return docs[0].id
  const doc = await req.payload.create({
    collection: 'campaigns',
    data: {
      slug,
      year,
      title,
      organisers,
      noticeDate,
      platforms,
      platformUses,
      phases: phaseSeeds(),
      allowSamePerson: false,
    },
    depth: 0,
    req,
  })
  return doc.id
}

async function loadTracks(
  req: PayloadRequest,
  campaign: number,
  units: Map<string, number>,
): Promise<void> {
  for (const { slug, kind, title, subtitle, host, coHosts, scope, themes, note } of facts.tracks) {
    const where: Where = { and: [{ campaign: { equals: campaign } }, { slug: { equals: slug } }] }
    const { totalDocs } = await req.payload.count({ collection: 'tracks', where, req })
    if (totalDocs > 0) continue
    await req.payload.create({
      collection: 'tracks',
      data: {
        campaign,
        slug,
        kind,
        title,
        subtitle,
        scope,
        themes,
        note,
        host: units.get(host)!,
        coHosts: coHosts.map((name) => units.get(name)!),
        rules: defaultRules(kind),
      },
      depth: 0,
      req,
    })
  }
}
