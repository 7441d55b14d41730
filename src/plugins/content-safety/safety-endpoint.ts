import type { Endpoint, FlattenedField, PayloadRequest } from 'payload'
import { addressChecksOf, type SeenAddress } from '../../database/content-safety/address-checks.ts'
import { checksOf } from '../../database/content-safety/checks.ts'
import { hitsOf, type SeenHit } from '../../database/content-safety/hits.ts'
import { verdictsOf, type Verdict } from '../../database/content-safety/verdicts.ts'
import { query, sql } from '../../database/sql.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { addressesOf } from '../../domain/rules/index.ts'
import type { Words } from '../../domain/words.ts'
import { entryRequest } from '../../hooks/entry-request.ts'
import { jobHandlersOf } from '../../hooks/job-handlers.ts'
import { refusal } from '../../hooks/refuse.ts'
import { standingsOf } from '../../hooks/steps/situation.ts'

/** `field`: its labels on the form. */
type Labelled = { field: Words }

/** What `GET /api/{entries}/{id}/safety` answers. */
export type Safety = {
  /** When the lists' words were looked for; null: not yet. */
  checkedAt: string | null
  /** All places, also those beyond the ones listed. */
  count: number
  hits: (SeenHit & Labelled)[]
  /** Null: no outside service is asked. */
  outside: { state: 'waiting' | 'done' | 'failed'; verdicts: (Verdict & Labelled)[] } | null
  /** Null: the work names no address. */
  addresses: (SeenAddress & Labelled)[] | null
}

/**
 * `GET /api/{entries}/{id}/safety`: what the reviewers of a work are shown beside it. Nobody else sees it,
 * not even the work's own participant.
 */
export const safetyEndpoint: Endpoint = {
  path: '/:id/safety',
  method: 'get',
  handler: async (req) => {
    const { kind, entry, person } = await entryRequest(req)
    if ((await standingsOf(req, entry, person)).size === 0) {
      const words = {
        zh: '您不参与这件作品的审核',
        en: 'You have no part in the reviews of this entry',
      }
      throw refusal(403, words, { code: 'not-yours' })
    }
    const work = { kind, id: entry.id }
    const checks = await checksOf(req, work)
    const labelled = <T extends { path: string }>(rows: T[]) =>
      rows.map((row) => ({ ...row, field: labelOf(req, kind, row.path) }))
    const named = addressesOf(kind, entry)
    const seen = (await addressChecksOf(req, work)).filter(({ path, url }) =>
      named.some((one) => one.path === path && one.url === url),
    )
    const answer: Safety = {
      checkedAt: checks.words?.at ?? null,
      count: checks.words?.found ?? 0,
      hits: labelled(await hitsOf(req, work)),
      outside: jobHandlersOf(req.payload.config)['safety-outside']
        ? { state: await outsideState(req, work), verdicts: labelled(await verdictsOf(req, work)) }
        : null,
      addresses: named.length > 0 ? labelled(seen) : null,
    }
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}

async function outsideState(
  req: PayloadRequest,
  { kind, id }: { kind: EntryKind; id: number },
): Promise<'waiting' | 'done' | 'failed'> {
  const [job] = await query<{ state: string }>(
    req,
    sql`select state from jobs where kind = 'safety-outside' and key = ${`${kind}:${id}`}
      order by id desc limit 1`,
  )
  if (job?.state === 'failed') return 'failed'
  // Jobs that are done are swept away after a while.
  return job === undefined || job.state === 'done' ? 'done' : 'waiting'
}

/** The labels of the fields on a path, `作者 › 姓名`. */
function labelOf(req: PayloadRequest, kind: EntryKind, path: string): Words {
  const labels: Words[] = []
  let fields: FlattenedField[] = req.payload.collections[kind].config.flattenedFields
  for (const name of path.split('.')) {
    if (/^\d+$/.test(name)) {
      labels.push({ zh: `第 ${Number(name) + 1} 项`, en: `no. ${Number(name) + 1}` })
      continue
    }
    const field = fields.find((one) => one.name === name)
    if (!field) {
      if (name === 'alt') labels.push({ zh: '说明文字', en: 'Description' })
      continue
    }
    labels.push(asWords('label' in field ? field.label : undefined, name))
    fields = 'flattenedFields' in field ? field.flattenedFields : []
  }
  return {
    zh: labels.map(({ zh }) => zh).join(' › '),
    en: labels.map(({ en }) => en).join(' › '),
  }
}

function asWords(label: unknown, name: string): Words {
  if (typeof label === 'string') return { zh: label, en: label }
  const { zh = name, en = name } = (label ?? {}) as Partial<Words>
  return { zh, en }
}
