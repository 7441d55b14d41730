import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { readTemplate, type CertificateTemplate } from '../../domain/results/certificates.ts'
import { refusal } from '../../hooks/refuse.ts'

export type FoundTemplate = {
  id: number
  name: string
  template: CertificateTemplate
  /** The name of the seal's file. */
  seal: string | null
}

type Row = Record<string, unknown> & {
  id: number
  name: string
  seal: string | null
  track: boolean
}

/** The templates in use of the campaign that a list belongs to. */
export async function templatesOf(req: PayloadRequest, result: number): Promise<FoundTemplate[]> {
  const rows = await query<Row>(
    req,
    sql`select p.id, p.name, p.title, p.body, p.issuers, p.date, p.orientation, p.naming, m.filename as seal
      from certificate_templates p left join media m on m.id = p.seal_id
      where p.active and p.campaign_id = (
        select t.campaign_id from results r join tracks t on t.id = r.track_id where r.id = ${result})
      order by p.name, p.id`,
  )
  return rows.flatMap(({ id, name, seal, ...fields }) => {
    const { template } = readTemplate(fields)
    return template ? [{ id, name, seal, template }] : []
  })
}

/** @throws 400 for a template that is none of this list's campaign, or not in use */
export async function templateFor(
  req: PayloadRequest,
  result: number,
  asked: unknown,
): Promise<FoundTemplate> {
  const all = await templatesOf(req, result)
  const found = all.find(({ id }) => id === Number(asked))
  if (found) return found
  const words =
    all.length > 0
      ? { zh: '请选择本活动的证书模板', en: 'Choose a template of this campaign' }
      : { zh: '本活动还没有启用的证书模板', en: 'The campaign has no template in use' }
  throw refusal(400, words, { code: 'no-template', path: 'template' })
}
