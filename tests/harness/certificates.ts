import { expect } from 'vitest'
import type { TestCampaign } from './campaign.ts'
import { noticeIn, setNoticeClock } from './results.ts'

/** Takes a list from its draft to final by two people of the province. @returns its id */
export async function finalResult(
  campaign: TestCampaign,
  { track, round, title }: { track: string; round: number; title: string },
): Promise<number> {
  const post = async (path: string, as: string, body: object) => {
    const answer = await campaign.call('POST', path, { as, body })
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
    return answer.body
  }
  const window = noticeIn(1)
  const { doc } = await post('/results', 'province', {
    ...{ title, track: campaign.track(track), round },
    ...{ noticeFrom: window.from, noticeTo: window.to, contact: '活动办公室 025-80000000' },
  })
  await throughNotice(campaign, doc.id, { step: 'freeze', body: {}, to: window.to })
  return doc.id
}

/** Corrects a list by the newest ranking and the names of today, and takes it to final again. */
export async function correctedResult(campaign: TestCampaign, result: number): Promise<void> {
  const { from, to } = noticeIn(2)
  const body = { reason: '计分有误，重新排名', names: true, from, to }
  await throughNotice(campaign, result, { step: 'correct', body, to })
}

async function throughNotice(
  campaign: TestCampaign,
  result: number,
  { step, body, to }: { step: 'freeze' | 'correct'; body: object; to: string },
): Promise<void> {
  const post = async (path: string, as: string, given: object) => {
    const answer = await campaign.call('POST', `/results/${result}/${path}`, { as, body: given })
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  }
  const confirm = async () => {
    const [{ pending }] = await campaign.sql('select pending from results where id = $1', [result])
    await post('confirm', 'province2', { sha256: pending.sha256 })
  }
  await post(step, 'province', body)
  await confirm()
  await setNoticeClock(campaign.sql, Date.parse(to) + 3_600_000)
  await post('finish', 'province', {})
  await confirm()
  await setNoticeClock(campaign.sql, null)
}
