import type { Core } from '../core.ts'
import type { Read, Shown } from './documents.ts'

// First by everything at once, which leaves a few thousand rows, then by each alone. Days have 24 hours
// in China: counted from a midnight there, which is faster than asking for the zone 100,000 times.
const text = `
  select campaign, track, theme, kind, (day at time zone 'Asia/Shanghai')::date::text as day,
    grouping(track, theme, kind, day) as left_out, sum(count)::integer as count
  from (
    select campaign, track, theme, kind,
      date_bin('1 day', published_at, timestamptz '2000-01-01 00:00+08') as day, count(*) as count
    from showcase_entries
    where $1::text is null or campaign = $1
    group by 1, 2, 3, 4, 5
  ) counted
  group by grouping sets ((campaign, track), (theme), (kind), (day), ())`

const titles = `
  select campaign, slug, document ->> 'title' as title
  from showcase_documents where type = 'track' and ($1::text is null or campaign = $1)`

type Row = {
  campaign: string
  track: string
  theme: string | null
  kind: string
  day: string
  left_out: number
  count: number
}

// Bits of `grouping`, from the left: track, theme, kind, day; set where the row is not by it.
const by = { track: 0b0111, theme: 0b1011, kind: 0b1101, day: 0b1110, all: 0b1111 }

/** How many works are shown, by track, theme, kind and day of publication; never by unit. */
export async function readStats(core: Core, campaign: string | undefined): Promise<Read<Shown>> {
  const values = [campaign ?? null]
  const [rows, tracks] = await Promise.all([
    core.database.read<Row>('stats', text, values),
    core.database.read<{ campaign: string; slug: string; title: string }>(
      'titles of tracks',
      titles,
      values,
    ),
  ])
  const titleOf = new Map(tracks.map(({ campaign, slug, title }) => [`${campaign} ${slug}`, title]))
  const of = (bits: number) => rows.filter(({ left_out }) => left_out === bits)
  return {
    value: {
      campaign: campaign ?? null,
      total: of(by.all)[0]?.count ?? 0,
      byTrack: of(by.track)
        .sort(mostFirst(({ track }) => track))
        .map(({ campaign, track, count }) => {
          return { campaign, track, title: titleOf.get(`${campaign} ${track}`) ?? track, count }
        }),
      byTheme: of(by.theme)
        .sort(mostFirst(({ theme }) => theme ?? ''))
        .map(({ theme, count }) => ({ theme, count })),
      byKind: of(by.kind)
        .sort(mostFirst(({ kind }) => kind))
        .map(({ kind, count }) => ({ kind, count })),
      byDay: of(by.day)
        .sort((one, other) => (one.day < other.day ? -1 : 1))
        .map(({ day, count }) => ({ day, count })),
    },
    matches: (change) =>
      !('all' in change) &&
      ('entry' in change || change.document === 'track') &&
      (campaign === undefined || change.campaign === campaign),
    expires: undefined,
  }
}

function mostFirst(name: (row: Row) => string): (one: Row, other: Row) => number {
  return (one, other) => other.count - one.count || (name(one) < name(other) ? -1 : 1)
}
