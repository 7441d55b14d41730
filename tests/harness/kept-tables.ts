type Sql = (text: string, values?: unknown[]) => Promise<any[]>

export type Kept = {
  /** Puts tables back as they were kept, append-only ones too; all of them when none is named. */
  restore: (...tables: string[]) => Promise<void>
  /** Are these tables as they were kept? */
  unchanged: (...tables: string[]) => Promise<boolean>
}

/**
 * Keeps a copy of every table, so that many writes can each be tried on the same rows. Rows are put
 * back without triggers and foreign keys: what was kept was whole.
 */
export async function keepTables(sql: Sql): Promise<Kept> {
  const rows = await sql(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'payload_migrations'`,
  )
  const all = rows.map(({ name }) => name as string)
  await sql(
    [
      'create schema kept',
      ...all.map((name) => `create table kept."${name}" as table public."${name}"`),
    ].join(';'),
  )
  // PostgreSQL fills generated columns by itself and takes no value for them.
  const columns = new Map<string, string>(
    (
      await sql(
        `select table_name as name, string_agg(quote_ident(column_name), ', ') as columns
         from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' group by 1`,
      )
    ).map((row) => [row.name, row.columns]),
  )
  const sums = new Map<string, string>()
  const sumOf = async (table: string) => {
    const [row] = await sql(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from public."${table}" t`,
    )
    return row.sum as string
  }
  return {
    restore: async (...tables) => {
      const chosen = tables.length > 0 ? tables : all
      const each = chosen.map((name) => {
        const list = columns.get(name)!
        return `delete from public."${name}"; insert into public."${name}" (${list}) overriding system value select ${list} from kept."${name}"`
      })
      await sql(
        ['begin', `set local session_replication_role = replica`, ...each, 'commit'].join(';'),
      )
    },
    unchanged: async (...tables) => {
      for (const table of tables) {
        if (!sums.has(table)) {
          const [row] = await sql(
            `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from kept."${table}" t`,
          )
          sums.set(table, row.sum)
        }
        if ((await sumOf(table)) !== sums.get(table)) return false
      }
      return true
    },
  }
}
