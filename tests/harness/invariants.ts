import { entryKindList } from '../../src/domain/kinds.ts'

type Sql = (text: string, values?: unknown[]) => Promise<any[]>

/** What must hold in any database at any quiet moment; every suite ends with it. Returns what does not. */
export async function checkInvariants(sql: Sql): Promise<string[]> {
  const broken: string[] = []
  const none = async (what: string, text: string) => {
    const rows = await sql(text)
    if (rows.length > 0) broken.push(`${what}: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  for (const kind of entryKindList) {
    await none(
      `${kind}: the status is where the last step of the log led`,
      `select e.id, e.status, l."to" from ${kind} e join lateral (
         select "to" from review_logs where kind = '${kind}' and entry_id = e.id order by id desc limit 1) l on true
       where e.status::text <> l."to"`,
    )
    await none(
      `${kind}: an entry that left draft has a log and a number`,
      `select id, status, public_id from ${kind} e where status <> 'draft' and (public_id is null
         or not exists (select 1 from review_logs where kind = '${kind}' and entry_id = e.id and action = 'submit'))`,
    )
    await none(
      `${kind}: each log row begins where the one before ended`,
      `select * from (select entry_id, id, "from", lag("to") over (partition by entry_id order by id) as before
         from review_logs where kind = '${kind}') steps where before is not null and before <> "from"`,
    )
    await none(
      `${kind}: numbers are gap-free from 1 to the counter`,
      `select c.campaign_id, c.last, count(e.id) from public_id_counters c
         left join ${kind} e on e.campaign_id = c.campaign_id and e.public_id is not null
       where c.kind = '${kind}' group by c.campaign_id, c.last
       having count(e.id) <> c.last or max(right(e.public_id, 6)::int) <> c.last`,
    )
    await none(
      `${kind}: what is published has three reviews since its last submit, by three people where not relaxed`,
      `select e.id from ${kind} e join campaigns c on c.id = e.campaign_id
       where e.status = 'published' and not exists (
         select 1 from (select action, actor_id from review_logs l where l.kind = '${kind}' and l.entry_id = e.id
           and l.id >= (select max(id) from review_logs where kind = '${kind}' and entry_id = e.id and action = 'submit')) steps
         having count(distinct actor_id) filter (where action in ('recommend', 'accept', 'publish')) >= (case when c.allow_same_person then 1 else 3 end)
           and bool_or(action = 'recommend') and bool_or(action = 'accept') and bool_or(action = 'publish'))`,
    )
    await none(
      `${kind}: place is copied right`,
      `select e.id from ${kind} e left join units u on u.id = e.unit_id left join tracks t on t.id = e.track_id
       where e.unit_path is distinct from u.path or e.campaign_id is distinct from t.campaign_id or t.kind::text <> '${kind}'`,
    )
    await none(
      `${kind}: files say what uses them`,
      `select m.id from media m left join ${kind} e on e.id = m.entry_id
       where m.entry_kind = '${kind}' and (e.id is null or m.status is distinct from e.status::text or m.unit_path is distinct from e.unit_path)`,
    )
    await none(
      `${kind}: phone numbers are sealed`,
      `select id from ${kind}_authors where phone is not null and phone not like 'sealed:%'`,
    )
    await none(
      `${kind}: published works have a date, others none`,
      `select id from ${kind} where (status = 'published') <> (published_at is not null)`,
    )
  }
  await none(
    'a path is its parent’s and its own id',
    `select u.id from units u left join units p on p.id = u.parent_id
     where u.path is distinct from coalesce(p.path, '') || lpad(u.id::text, 6, '0')`,
  )
  await none(
    'people carry their unit’s path',
    `select u.id from users u left join units n on n.id = u.unit_id where u.unit_path is distinct from n.path`,
  )
  await none(
    'unused files have no status',
    `select id from media where entry_id is null and (status is not null or open)`,
  )
  await none(
    'no transaction was forgotten',
    `select pid from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  )
  await none(
    'works bear the awards of lists that are final, and no others',
    `select s.id, s.award_level, a.level from showcase_entries s left join result_awards a on a.entry = s.id
     where s.award_level is distinct from a.level and exists (select from result_finals)`,
  )
  await none(
    'awards are those of a version that is final',
    `select a.entry from result_awards a left join result_finals f on f.result_id = a.result_id and f.version = a.version
     where f.version is null`,
  )
  await none(
    'who objects is sealed',
    `select id from objections where objector_name not like 'sealed:%' or objector_contact not like 'sealed:%'`,
  )
  return broken
}
