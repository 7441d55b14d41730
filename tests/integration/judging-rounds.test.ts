import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import {
  judgingTrack,
  makeRound,
  openedRound,
  pairsOf,
  type JudgingTrack,
} from '../harness/judging.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
let track: JudgingTrack

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  track = await judgingTrack(campaign, scene)
})
afterAll(() => campaign.close())

describe('opening', () => {
  it('takes in the works of the track and gives each its judges, none of an own unit', async () => {
    const id = await openedRound(campaign, { judges: track.judges })
    const pairs = await pairsOf(campaign, id)
    expect(pairs.length).toBe(18)
  })
})
