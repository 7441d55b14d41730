import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
})
afterAll(() => campaign.close())

// The house plan's table once more, in other words and without a line of the program's: an entry of
// Suzhou in a track that Wuxi hosts.
type Office = 'unit' | 'host' | 'supervisor' | 'province' | 'foreign'
const offices: Record<string, Office> = {
  suzhou: 'unit',
  suzhou2: 'unit',
  wuxi: 'host',
  wuxi2: 'host',
  supervisor: 'supervisor',
  supervisor2: 'supervisor',
  province: 'province',
  province2: 'province',
  nantong: 'foreign',
}
const moves: Record<string, string> = {
  'submit draft': 'submitted',
  'submit returned': 'submitted',
  'recommend submitted': 'recommended',
  'accept recommended': 'accepted',
  'publish accepted': 'published',
  'return submitted': 'returned',
  'return recommended': 'returned',
  'return accepted': 'returned',
  'reject submitted': 'rejected',
  'reject recommended': 'rejected',
  'reject accepted': 'rejected',
  'withdraw submitted': 'withdrawn',
  'withdraw returned': 'withdrawn',
  'withdraw recommended': 'withdrawn',
  'withdraw accepted': 'withdrawn',
  'takeDown published': 'accepted',
  'reopen rejected': 'returned',
  'reopen withdrawn': 'draft',
}
const deskOf: Record<string, Office> = {
  submitted: 'unit',
  recommended: 'host',
  accepted: 'supervisor',
  published: 'supervisor',
}
const reviews = ['recommend', 'accept', 'publish']
const verbs = [...new Set(Object.keys(moves).map((move) => move.split(' ')[0]!)), 'edit']

type Move = { who: string; verb: string; reason: boolean }
type State = {
  status: string
  numbered: boolean
  log: { action: string; from: string; to: string; who: string }[]
}

/** The answer to expect; moves the state on when it is 200. */
function play(state: State, { who, verb, reason }: Move): number {
  const office = offices[who]!
  const { status } = state
  if (!sees(office, status)) return verb === 'edit' ? 403 : 404
  if (verb === 'edit') return edit(state, who, office)
  const to = moves[`${verb} ${status}`]
  if (!to) return 409
  const ownSide =
    ['submit', 'withdraw'].includes(verb) || `${verb} ${status}` === 'reopen withdrawn'
  const holder = ownSide ? 'unit' : verb === 'reopen' ? 'province' : deskOf[status]
  if (office !== 'province' && office !== holder) return 403
  if (reviews.includes(verb) && !mayReview(state, who, verb)) return 403
  const asks =
    ['return', 'reject', 'takeDown'].includes(verb) ||
    `${verb} ${status}` === 'reopen rejected' ||
    (office === 'province' && ['submit', 'withdraw'].includes(verb))
  if (asks && !reason) return 400
  state.log.push({ action: verb, from: status, to, who })
  state.status = to
  if (verb === 'submit') state.numbered = true
  return 200
}

function sees(office: Office, status: string): boolean {
  if (office === 'unit' || office === 'province' || status === 'published') return true
  if (office === 'host') return ['recommended', 'accepted'].includes(status)
  return office === 'supervisor' && status !== 'draft'
}

function edit(state: State, who: string, office: Office): number {
  const { status } = state
  const mine = ['draft', 'returned'].includes(status)
  if (['rejected', 'withdrawn'].includes(status)) return 403
  if (office !== 'province' && !(office === 'unit' && mine)) return 403
  const back: Record<string, string> = {
    recommended: 'submitted',
    accepted: 'recommended',
    published: 'accepted',
  }
  const to = back[status] ?? status
  if (state.numbered) state.log.push({ action: 'edit', from: status, to, who })
  state.status = to
  return 200
}

function mayReview({ log }: State, who: string, verb: string): boolean {
  const pass = log.slice(log.map(({ action }) => action).lastIndexOf('submit'))
  const mine = pass.filter((step) => step.who === who).map(({ action }) => action)
  if (reviews.some((review) => review !== verb && mine.includes(review))) return false
  return verb === 'recommend' || !mine.includes('submit')
}

// Half of the moves are such as the model allows, so that sequences come far; the rest are wild.
const wish = fc.record({
  who: fc.constantFrom(...Object.keys(offices)),
  verb: fc.constantFrom(...verbs),
  reason: fc.boolean(),
  sensible: fc.nat({ max: 999 }),
  wild: fc.integer({ min: 0, max: 9 }).map((die) => die < 4),
})

test('sixty random histories by random people end where a model of the table says', async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 4, maxLength: 10 }), async (wishes) => {
      const id = await scene.make('videos', 'suzhou')
      const state: State = { status: 'draft', numbered: false, log: [] }
      let edits = 0
      for (const { wild, sensible, ...any } of wishes) {
        const move = wild ? any : sensibleMove(state, sensible)
        const before = state.status
        const wanted = play(state, move)
        const answer =
          move.verb === 'edit'
            ? await campaign.call('PATCH', `/videos/${id}?depth=0`, {
                as: move.who,
                body: { title: `第 ${++edits} 稿` },
              })
            : await scene.step('videos', id, move.who, move.verb as 'submit', {
                ...(move.reason ? { reason: '按规定办理' } : {}),
              })
        expect(answer.status, `${move.who}: ${move.verb} from ${before}`).toBe(wanted)
        if (wanted === 200) reached.add(`${move.verb} ${before}`)
      }
      await compare(id, state)
    }),
    { numRuns: 60, endOnFailure: true },
  )
  // The histories were worth playing: most rows of the table were taken at least once.
  expect(reached.size).toBeGreaterThanOrEqual(18)
}, 400_000)

function sensibleMove(state: State, dice: number): Move {
  const all = Object.keys(offices).flatMap((who) =>
    verbs.map((verb): Move => ({ who, verb, reason: true })),
  )
  const allowed = all.filter((move) => {
    const copy: State = { ...state, log: [...state.log] }
    return play(copy, move) === 200 && !(move.verb === 'edit' && dice % 4 > 0)
  })
  return allowed[dice % allowed.length]!
}

async function compare(id: number, { status, numbered, log }: State): Promise<void> {
  const [row] = await campaign.sql(
    'select status, public_id, published_at, submitted_at from videos where id = $1',
    [id],
  )
  expect(row.status).toBe(status)
  expect(row.public_id !== null).toBe(numbered)
  expect(row.submitted_at !== null).toBe(numbered)
  expect(row.published_at !== null).toBe(status === 'published')
  const logs = await scene.logs('videos', id)
  expect(logs.map(({ action, from, to, actor_id }) => ({ action, from, to, actor_id }))).toEqual(
    log.map(({ who, ...step }) => ({ ...step, actor_id: campaign.people[who]!.id })),
  )
  const seen = await campaign.call('GET', `/videos/${id}?depth=0`)
  expect(seen.status).toBe(status === 'published' ? 200 : 404)
}
