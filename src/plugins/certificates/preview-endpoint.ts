import type { Endpoint } from 'payload'
import { mediaFiles } from '../../database/files/media-files.ts'
import { query, sql } from '../../database/sql.ts'
import {
  certificateNumber,
  dayWords,
  fillTemplate,
  readTemplate,
} from '../../domain/results/certificates.ts'
import { refusal } from '../../hooks/refuse.ts'
import { JobRefused } from '../../hooks/job-handlers.ts'
import { askedBy } from './asked-by.ts'
import { addressOf } from './address.ts'
import { drawCertificate } from './draw/draw.ts'
import { sealOf } from './make-files.ts'
import { pdfAnswer } from './pdf-answer.ts'

type Row = Record<string, unknown> & { seal: string | null; campaign: string; year: number }

/** `GET /api/certificate-templates/{id}/specimen` → a PDF of it with made-up names, marked as a specimen. */
export const previewEndpoint: Endpoint = {
  path: '/:id/specimen',
  method: 'get',
  handler: async (req) => {
    askedBy(req, ['province', 'supervisor'])
    const id = String(req.routeParams?.id ?? '')
    const rows = /^\d{1,9}$/.test(id)
      ? await query<Row>(
          req,
          sql`select p.title, p.body, p.issuers, p.date, p.orientation, p.naming, m.filename as seal,
              c.title as campaign, c.year::int as year
            from certificate_templates p join campaigns c on c.id = p.campaign_id
            left join media m on m.id = p.seal_id where p.id = ${Number(id)}`,
        )
      : []
    const [row] = rows
    const template = row && readTemplate(row).template
    if (!row || !template) {
      throw refusal(404, { zh: '没有这个模板', en: 'No such template' }, { code: 'not-found' })
    }
    const number = certificateNumber({ year: row.year, kind: 'photos', serial: 1 })
    const values = {
      ...{ name: template.naming === 'each' ? '示例姓名' : '示例姓名、𠮷示例' },
      ...{ work: '作品名称示例', level: '一等奖', track: '子项目名称示例' },
      ...{ campaign: row.campaign, unit: '报送单位示例', date: dayWords(new Date()) },
    }
    const seal =
      row.seal === null
        ? null
        : await sealOf(await mediaFiles(), row.seal).catch((error: unknown) => {
            if (!(error instanceof JobRefused)) throw error
            throw refusal(409, error.words, { code: error.code, path: 'seal' })
          })
    const pdf = await drawCertificate({
      texts: fillTemplate(template, values),
      ...{ orientation: template.orientation, number, address: addressOf(number) },
      ...{ seal, madeAt: new Date(), specimen: true },
    }).catch((error: Error) => {
      const words = { zh: `模板不能印制：${error.message}`, en: error.message }
      throw refusal(409, words, { code: 'not-renderable' })
    })
    return pdfAnswer(new Uint8Array(pdf), `specimen-${id}.pdf`, 'inline')
  },
}
