import type { TestCampaign } from './campaign.ts'
import type { Scene } from './scene.ts'

const hour = 3_600_000
export const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()

/** What is left out of a round in tests: open since an hour, for two days, two criteria, blind. */
export const usualRound = () => ({
  ...{
    title: '专家评审',
    key: 'score',
    kind: 'score',
    windowFrom: inHours(-1),
    windowTo: inHours(48),
  },
  ...{ quorum: 3, scoresShown: 'never', blind: true, method: 'mean', decimals: 2 },
  criteria: [
    { key: 'theme', name: '主题 / Theme', full: 20, weight: 60, anchors: '18 突出\n12 一般' },
    { key: 'craft', name: '制作 / Craft', full: 10, weight: 40 },
  ],
  tieBreak: [{ by: 'criterion', criterion: 'theme' }, { by: 'lot' }],
  carryOver: 'none',
})

export type JudgingTrack = {
  /** Names in `campaign.people`. */
  judges: string[]
  /** Public ids and row ids, in the order in which they were sent in. */
  works: { entry: string; id: number; title: string }[]
}

/** Units of two branches that send works in turn, and who submits for each. */
const senders = ['yixing', 'suzhou', 'jiangyin', 'suzhou2'] as const

/**
 * A track with accepted works of several units, and judges with and without a unit: `judge-1` of Wuxi,
 * `judge-2` of Suzhou, the others of no unit. Call after `openScene`.
 */
export async function judgingTrack(
  campaign: TestCampaign,
  scene: Scene,
  {
    kind = 'videos' as 'videos' | 'photos',
    works: count = 6,
    judges: panel = 5,
    status = 'accepted' as const,
  } = {},
): Promise<JudgingTrack> {
  const units: Record<number, string> = { 1: '无锡市总工会', 2: '苏州市总工会' }
  const judges: string[] = []
  for (let number = 1; number <= panel; number += 1) {
    const name = `judge-${number}`
    if (!campaign.people[name]) await scene.person(name, 'judge', units[number] ?? null)
    judges.push(name)
  }
  const works: JudgingTrack['works'] = []
  for (let number = 0; number < count; number += 1) {
    const by = senders[number % senders.length]!
    const title = `作品${number + 1}号`
    const authors = [{ name: `钱某${'甲乙丙丁戊己庚辛壬癸'[number % 10]}`, phone: '13800001111' }]
    const id = await scene.make(kind, by, { title, summary: '一段简介', authors })
    await scene.bring(kind, id, status, {
      ...{ submit: by, recommend: 'headquarters', accept: 'province2', publish: 'supervisor' },
    })
    const [{ public_id: entry }] = await campaign.sql(
      `select public_id from ${kind} where id = $1`,
      [id],
    )
    works.push({ entry, id, title })
  }
  return { judges, works }
}

/** A draft of a round with its panel. Returns its id. */
export async function makeRound(
  campaign: TestCampaign,
  {
    judges = [],
    track = 'micro-videos',
    ...data
  }: { judges?: readonly string[]; track?: string; [field: string]: unknown } = {},
): Promise<number> {
  const body = { ...usualRound(), track: campaign.track(track), ...data }
  const made = await campaign.call('POST', '/judging-rounds?depth=0', { as: 'province', body })
  if (made.status !== 201) throw new Error(`${made.status}: ${JSON.stringify(made.body)}`)
  const id = made.body.doc.id as number
  const add = judges.map((name) => campaign.people[name]!.id)
  if (add.length > 0) {
    const answer = await campaign.call('POST', `/judging-rounds/${id}/panel`, {
      ...{ as: 'province', body: { add } },
    })
    if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
  }
  return id
}

/** A round that is open: its works are the track’s accepted ones, each with its judges. */
export async function openedRound(
  campaign: TestCampaign,
  options: Parameters<typeof makeRound>[1] = {},
): Promise<number> {
  const id = await makeRound(campaign, options)
  const answer = await campaign.call('POST', `/judging-rounds/${id}/open`, {
    ...{ as: 'province', body: {} },
  })
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
  return id
}

export type TestPair = { entry: string; number: number; judge: string; judgeId: number }

/** Who judges what, as it stands; judges by their names in `campaign.people`. */
export async function pairsOf(campaign: TestCampaign, round: number): Promise<TestPair[]> {
  const names = new Map(Object.entries(campaign.people).map(([name, { id }]) => [id, name]))
  const rows = await campaign.sql(
    `select p.entry, w.number, p.judge_id as "judgeId" from judging_pairs p
      join judging_works w on w.round_id = p.round_id and w.entry = p.entry
      where p.round_id = $1 and p.dropped_at is null and w.gone_at is null order by w.number, p.judge_id`,
    [round],
  )
  return rows.map((row) => ({ ...row, judge: names.get(row.judgeId)! }))
}

/**
 * Hands in marks for every pair of a round by the judges’ own way, `marks` for each criterion in
 * its order. Works by public id.
 */
export async function markAll(
  campaign: TestCampaign,
  round: number,
  marks: (pair: TestPair) => readonly number[] | boolean,
): Promise<void> {
  const [{ keys }] = await campaign.sql(
    `select array_agg(key order by _order) as keys from judging_rounds_criteria where _parent_id = $1`,
    [round],
  )
  for (const pair of await pairsOf(campaign, round)) {
    const given = marks(pair)
    const body =
      typeof given === 'boolean'
        ? { passes: given, handIn: true, version: 0 }
        : {
            marks: given.map((mark, index) => ({ criterion: keys[index], marks: mark })),
            ...{ handIn: true, version: 0 },
          }
    const path = `/judging/rounds/${round}/works/${pair.number}`
    const answer = await campaign.call('PUT', path, { as: pair.judge, body })
    if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
  }
}

/** Lets a round be over: its window ended a minute ago. */
export async function endRound(campaign: TestCampaign, round: number): Promise<void> {
  await campaign.sql(
    `update judging_rounds set window_from = least(window_from, now() - interval '1 hour'),
      window_to = now() - interval '1 minute' where id = $1`,
    [round],
  )
}
