import type { BenchDatabase } from './ground.ts'

/** What a new entry of the flow says; it keeps every rule of the photography track. */
export function newPhoto({ track, unit, pictures }: NewPhoto) {
  return {
    track,
    unit,
    title: '炉火映初心',
    subtype: 'single',
    theme: '劳模风采',
    summary: '作品记录一线职工在平凡岗位上的坚守，从清晨第一班到深夜最后一次巡检。',
    pictures: [pictures[0]],
    cover: pictures[1],
    takenAt: new Date(Date.now() - 86_400_000).toISOString(),
    place: '演示市示例厂',
    originalDeclared: true,
    noCompositeDeclared: true,
    authors: [{ name: '演示甲', workplace: '示例铸造厂', phone: '19900000001' }],
  }
}

type NewPhoto = { track: number; unit: number; pictures: [number, number] }

/** The ids that the flow needs and as many unused pictures as asked for, made by a county's editor. */
export async function flowPlace({ sql }: BenchDatabase, pictures: number) {
  const [track] = await sql(`select id, campaign_id from tracks where slug = 'photography'`)
  const [unit] = await sql(`select id, path from units where name = '宜兴市总工会'`)
  const made = await sql(
    `insert into media (original_name, unit_path, created_by_id, filename, url, mime_type, filesize, width, height,
       updated_at, created_at)
     select '演示', $2, (select id from users where email = 'yixing@example.org'), md5('flow' || n) || '.jpg',
       '/api/media/file/' || md5('flow' || n) || '.jpg', 'image/jpeg', 3000000, 4000, 3000, now(), now()
     from generate_series(1, $1::int) n returning id`,
    [pictures, unit.path],
  )
  return {
    track: track.id as number,
    campaign: track.campaign_id as number,
    unit: unit.id as number,
    unitPath: unit.path as string,
    pictures: made.map(({ id }) => id as number),
  }
}

/** The way of an entry: who takes which step, and the states between which it leads. */
export const way = [
  { action: 'submit', as: 'yixing', from: 'draft', to: 'submitted' },
  { action: 'recommend', as: 'wuxi', from: 'submitted', to: 'recommended' },
  { action: 'accept', as: 'nantong', from: 'recommended', to: 'accepted' },
  { action: 'publish', as: 'supervisor', from: 'accepted', to: 'published' },
] as const
