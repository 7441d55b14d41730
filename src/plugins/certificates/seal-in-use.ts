import type { CollectionBeforeDeleteHook } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { refusal } from '../../hooks/refuse.ts'

/** A picture that is the seal of a template stays: the template would lose it without a word. */
export const keepSeals: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const [used] = await query<{ name: string }>(
    req,
    sql`select name from certificate_templates where seal_id = ${id} order by id limit 1`,
  )
  if (!used) return
  const words = {
    zh: `这张图片是证书模板“${used.name}”的印章，请先在模板中更换或移除`,
    en: `It is the seal of the certificate template “${used.name}”: change the template first`,
  }
  throw refusal(409, words, { code: 'in-use', collection: 'certificate-templates' })
}
