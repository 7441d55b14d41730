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
  const { from, to } = noticeIn(1)
  const { doc } = await post('/results', 'province', {
    ...{ title, track: campaign.track(track), round, noticeFrom: from, noticeTo: to },
    contact: '活动办公室 025-80000000',
  })
  const confirm = async () => {
    const [{ pending }] = await campaign.sql('select pending from results where id = $1', [doc.id])
    await post(`/results/${doc.id}/confirm`, 'province2', { sha256: pending.sha256 })
  }
  await post(`/results/${doc.id}/freeze`, 'province', {})
  await confirm()
  await setNoticeClock(campaign.sql, Date.parse(to) + 3_600_000)
  await post(`/results/${doc.id}/finish`, 'province', {})
  await confirm()
  await setNoticeClock(campaign.sql, null)
  return doc.id
}
