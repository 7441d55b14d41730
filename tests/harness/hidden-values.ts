import { environment } from '../../src/environment.ts'
import { seal } from '../../src/database/sealed.ts'
import { kinds } from './matrix.ts'
import type { Stage } from './matrix-stage.ts'

const notPublished = `status <> 'published'`

/**
 * Changes everything that neither strangers nor an editor of Suzhou may learn: works that are not out
 * (also how many there are), phone numbers, people elsewhere, logs, quotas, drafts of articles. For
 * strangers also what staff alone reads of published works, units and campaigns.
 */
export async function changeHiddenValues(
  { campaign: { sql, unit, people }, files, unused }: Stage,
  from: 'strangers' | 'otherUnit',
): Promise<void> {
  const { fieldKey, fieldKeyId } = environment()
  const otherPhone = seal('13911112222', { id: fieldKeyId, key: fieldKey })
  const suzhou = unit('苏州市总工会')
  const shut = files.filter(({ state, open }) => state !== 'published' || !open).map(({ id }) => id)
  const province = people.province!.id
  const statements = [
    'begin',
    'set local session_replication_role = replica',
    ...kinds.flatMap((kind) => [
      `update ${kind}_authors set phone = '${otherPhone}', name = case when _parent_id in (select id from ${kind} where ${notPublished}) then '隐' else name end`,
      `update ${kind} set title = reverse(title), summary = '隐藏' || id, theme = 'z', created_by_id = ${province},
         original_declared = true, updated_at = now(), created_at = now() - interval '1 year', submitted_at = now() where ${notPublished}`,
      `update ${kind} set status = 'returned' where status = 'submitted'`,
      `insert into ${kind} (title, status, track_id, unit_id, unit_path, campaign_id) select 'more', 'draft', track_id, unit_id, unit_path, campaign_id from ${kind} where ${notPublished}`,
    ]),
    `update users set email = 'hidden' || id || '@example.net', name = '隐' || id, login_attempts = 3, updated_at = now() where unit_id is distinct from ${suzhou}`,
    `update review_logs set title = '隐', reason = '隐', actor_name = '隐', "from" = 'z', actor_id = ${province}`,
    `insert into review_logs (kind, entry_id, action, "to") values ('videos', 1, 'note', 'draft')`,
    `update quotas set maximum = 7 where unit_id <> ${suzhou}`,
    `update media set alt = '隐', original_name = '隐', status = case status when 'submitted' then 'returned' else status end,
       updated_at = now(), filesize = 77, created_by_id = ${province} where id in (${[...shut, unused.wuxi].join(',')})`,
    `update articles set title = '隐' where _status = 'draft'`,
    `update _articles_v set version_title = '隐' where version__status = 'draft'`,
    `insert into payload_preferences (key, value) values ('hidden', '{}')`,
    ...(from === 'strangers' ? staffAlone(kinds, unused.wuxi, province) : []),
    'commit',
  ]
  await sql(statements.join(';'))
}

function staffAlone(all: readonly string[], file: number, province: number): string[] {
  return [
    ...all.map(
      (kind) =>
        `update ${kind} set original_declared = not original_declared, submitted_at = now(), created_by_id = ${province} where status = 'published'`,
    ),
    `update commentaries set screenshot_id = ${file}, union_member_declared = true where status = 'published'`,
    `insert into cases_rels ("order", parent_id, path, media_id) select 1, id, 'attachments', ${file} from cases where status = 'published'`,
    `insert into platforms_self_assessment (_order, _parent_id, id, indicator, marks) select 1, id, 'hidden' || id, '指标', 9 from platforms where status = 'published'`,
    `update units set contact_name = '隐'`,
    `update campaigns set allow_same_person = true`,
    `update media set original_name = '隐', created_by_id = ${province}`,
    `update users set email = 'stranger' || id || '@example.net', name = '隐'`,
    `insert into payload_locked_documents (global_slug) values ('hidden')`,
  ]
}
