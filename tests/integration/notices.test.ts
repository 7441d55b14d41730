import { once } from 'node:events'
import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/database/sql.ts'
import { notify, type Notice } from '../../src/hooks/notices.ts'
import { openSender, type Sender, type SenderOptions } from '../../src/outgoing/sender.ts'
import type { NoticeEvent } from '../../src/domain/results/notices.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { until } from '../harness/delivery.ts'
import { doJobs } from '../harness/do-jobs.ts'
import { openPostOffice, type PostOffice } from '../harness/post-office.ts'
import { openScene, type Scene } from '../harness/scene.ts'
import { senderProcess } from '../harness/sender-process.ts'

let campaign: TestCampaign
let scene: Scene
let office: PostOffice
let req: PayloadRequest
let senders: Sender[] = []

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  office = await openPostOffice()
  const { payload, people } = campaign
  const user = { collection: 'users', role: 'province', id: people.province!.id, name: '演示' }
  req = await createLocalReq({ user: user as never }, payload)
})

afterEach(async () => {
  await Promise.all(senders.map((one) => one.close()))
  senders = []
  office.mails.length = 0
  office.decide(() => 'take')
  await campaign.sql(`delete from notices; delete from notice_batches`)
  await campaign.sql(`delete from notice_templates`)
})

afterAll(async () => {
  await office.close()
  await campaign.close()
})

const quiet = { info: () => undefined, warn: () => undefined }

function send(options: Partial<SenderOptions> = {}): void {
  const settings: SenderOptions = {
    ...{ databaseUrl: process.env.DATABASE_URL!, smtpUrl: office.url, host: 'campaign.example' },
    ...{ keys: [], allowed: () => false, log: quiet, pollSeconds: 0.2, ...options },
  }
  senders.push(openSender(settings))
}

const judge = (who: string, left = '3') => ({
  kind: 'judge' as const,
  userId: campaign.people[who]!.id,
  values: { round: '复评', track: '摄影', until: '9月10日 24:00', judgeName: who, left },
})

const tell = <E extends NoticeEvent>(notice: Notice<E>) => notify(req, notice)
const remind = (batch: string, ...who: string[]) =>
  tell({ event: 'judge-reminded', about: 'round:1', batch, to: who.map((one) => judge(one)) })

const states = async () =>
  Object.fromEntries(
    (await campaign.sql(`select state, count(*)::int from notices group by 1`)).map((row) => [
      row.state,
      row.count,
    ]),
  )

const settled = () =>
  until(async () =>
    Object.keys(await states()).every((one) => !['waiting', 'sending'].includes(one)),
  )

const held = async () => {
  const { body } = await campaign.call('GET', '/notices', { as: 'province' })
  return body.batches as { id: number; size: number; event: string }[]
}
const look = async (id: number) =>
  (await campaign.call('GET', `/notice-batches/${id}`, { as: 'province' })).body
const release = (id: number, sha256: string, as = 'province') =>
  campaign.call('POST', `/notice-batches/${id}/release`, { as, body: { sha256 } })

describe('the outbox', () => {
  it('tells nobody of what was undone', async () => {
    const undone = inTransaction(req, async () => {
      await remind('undone', 'judge')
      expect(await states()).toEqual({})
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await states()).toEqual({})
  })

  it('tells an address the same thing once in a batch', async () => {
    await remind('twice', 'judge')
    await remind('twice', 'judge')
    expect(await states()).toEqual({ waiting: 1 })
  })

  it('refuses half a notice, and undoes the change with it', async () => {
    const { judgeName: _, ...half } = judge('judge').values
    const to = [{ ...judge('judge'), values: half as never }]
    await expect(tell({ event: 'judge-reminded', to })).rejects.toThrow('judgeName')
    expect(await states()).toEqual({})
  })

  it('tells all editors of a unit that are active, in one transaction with the step', async () => {
    const id = await scene.make('videos', 'suzhou', { title: '退回的作品' })
    await scene.step('videos', id, 'suzhou', 'submit')
    await scene.step('videos', id, 'headquarters', 'return', { reason: '请补充拍摄时间' })
    const rows = await campaign.sql(
      `select u.name, n.event, n.values from notices n join users u on u.id = n.user_id order by u.id`,
    )
    expect(rows.map(({ name }) => name)).toEqual(['演示·suzhou', '演示·suzhou2'])
    expect(rows[0].values).toMatchObject({ reason: '请补充拍摄时间', entryTitle: '退回的作品' })
    send()
    await settled()
    expect(office.mails.map(({ to }) => to[0]).sort()).toEqual([
      'suzhou2@example.org',
      'suzhou@example.org',
    ])
    expect(office.mails[0]!.subject).toContain('作品被退回：退回的作品')
    expect(office.mails[0]!.text).toContain('请补充拍摄时间')
  })

  it('says of each step that concerns a work what became of it', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'published')
    await scene.step('videos', id, 'province', 'takeDown', { reason: '版权争议' })
    const rows = await campaign.sql(`select distinct event from notices order by 1`)
    expect(rows.map(({ event }) => event)).toEqual(['entry-published', 'entry-taken-down'])
  })

  it('keeps to itself what a request says is nobody’s news', async () => {
    const silent = await createLocalReq({ context: { tellsNobody: true } }, campaign.payload)
    await notify(silent, { event: 'judge-reminded', to: [judge('judge')] })
    expect(await states()).toEqual({})
  })
})

describe('a batch of several', () => {
  it('waits, shows who gets what, and goes as it was looked at', async () => {
    await remind('three', 'judge', 'suzhou', 'wuxi')
    send()
    const [batch] = await held()
    expect(batch).toMatchObject({ size: 3, event: 'judge-reminded' })
    const { messages, sha256, total } = await look(batch!.id)
    expect(total).toBe(3)
    expect(messages[0]).toMatchObject({ to: '演示·judge <judge@example.org>', problem: null })
    expect(messages[0].subject).toBe('评审提醒：摄影·复评，还有 3 件')
    expect(office.mails).toEqual([])
    expect((await release(batch!.id, sha256, 'supervisor')).status).toBe(403)
    expect((await release(batch!.id, sha256)).status).toBe(200)
    await settled()
    expect(office.mails).toHaveLength(3)
    expect((await release(batch!.id, sha256)).body.errors[0].data.code).toBe('batch-not-held')
    const [line] = await campaign.sql(
      `select action, actor_name, detail from notice_log order by id desc limit 1`,
    )
    expect(line).toMatchObject({
      action: 'release',
      actor_name: '演示·province',
      detail: { size: 3, sha256 },
    })
  })

  it('is not released when it has grown, or its words changed, since it was looked at', async () => {
    await remind('grows', 'judge', 'suzhou')
    const [batch] = await held()
    const before = await look(batch!.id)
    await remind('grows', 'wuxi')
    expect((await release(batch!.id, before.sha256)).body.errors[0].data.code).toBe('batch-changed')
    const grown = await look(batch!.id)
    const made = await campaign.call('POST', '/notice-templates', {
      as: 'province',
      body: {
        event: 'judge-reminded',
        subject: '请尽快评审',
        body: '{{judgeName}}，还有 {{left}} 件。',
      },
    })
    expect(made.status).toBe(201)
    expect((await release(batch!.id, grown.sha256)).status).toBe(409)
    const now = await look(batch!.id)
    expect(now.messages[0]).toMatchObject({ subject: '请尽快评审', body: 'judge，还有 3 件。' })
    expect((await release(batch!.id, now.sha256)).status).toBe(200)
  })

  it('waits again for what comes after its release', async () => {
    await remind('later', 'judge', 'suzhou')
    const [batch] = await held()
    await release(batch!.id, (await look(batch!.id)).sha256)
    send()
    await settled()
    await remind('later', 'wuxi')
    expect(await held()).toMatchObject([{ id: batch!.id, size: 3 }])
    expect((await look(batch!.id)).total).toBe(1)
    expect(office.mails).toHaveLength(2)
  })

  it('is stopped for good', async () => {
    await remind('stopped', 'judge', 'suzhou')
    const [batch] = await held()
    expect(
      (
        await campaign.call('POST', `/notice-batches/${batch!.id}/stop`, {
          as: 'province',
          body: {},
        })
      ).status,
    ).toBe(200)
    await remind('stopped', 'wuxi')
    expect(await states()).toEqual({ stopped: 3 })
    expect(await held()).toEqual([])
  })

  it('shows nobody but the recipient the link that logs in, and forgets it', async () => {
    const link = 'https://campaign.example/first/s3cret-token'
    const invited = (who: string) => {
      const { round, track, until } = judge(who).values
      return { ...judge(who), values: { round, track, until, judgeName: who, link } }
    }
    const to = [invited('judge'), invited('suzhou')]
    await tell({ event: 'judge-invited', about: 'round:1', to })
    const [batch] = await held()
    const shown = await look(batch!.id)
    expect(shown.messages[0].body).toContain('▇▇▇▇')
    expect(JSON.stringify(shown)).not.toContain('s3cret')
    await release(batch!.id, shown.sha256)
    send()
    await settled()
    expect(office.mails[0]!.text).toContain(link)
    expect(JSON.stringify(await campaign.sql(`select * from notices`))).not.toContain('s3cret')
  })

  it('keeps the words it was released with', async () => {
    await remind('fixed', 'judge', 'suzhou')
    const [batch] = await held()
    await release(batch!.id, (await look(batch!.id)).sha256)
    await campaign.call('POST', '/notice-templates', {
      as: 'province',
      body: { event: 'judge-reminded', subject: '别的', body: '别的' },
    })
    send()
    await settled()
    expect(office.mails.map(({ subject }) => subject)).not.toContain('别的')
  })
})

describe('mails', () => {
  it('go once, whoever of two workers has them', async () => {
    for (let turn = 0; turn < 12; turn += 1) await remind(`many-${turn}`, 'judge')
    send()
    send()
    await settled()
    expect(office.mails).toHaveLength(12)
    expect(new Set(office.mails.map(({ messageId }) => messageId)).size).toBe(12)
  })

  it('carry no header that a title made', async () => {
    const values = { ...judge('judge').values, track: '甲\r\nBcc: evil@example.org\r\n\r\nhello' }
    await tell({ event: 'judge-reminded', to: [{ ...judge('judge'), values }] })
    send()
    await settled()
    expect(office.mails).toHaveLength(1)
    expect(office.mails[0]!.to).toEqual(['judge@example.org'])
    expect(office.mails[0]!.raw.slice(0, office.mails[0]!.raw.indexOf('\r\n\r\n'))).not.toMatch(
      /^bcc/im,
    )
  })

  it('wait while the post office is away', async () => {
    const away = await openPostOffice()
    const port = Number(new URL(away.url).port)
    await away.close()
    await remind('away', 'judge')
    send({ smtpUrl: away.url })
    await until(
      async () =>
        (await campaign.sql(`select 1 from notices where error is not null`)).length === 1,
    )
    expect(await states()).toEqual({ waiting: 1 })
    expect((await campaign.sql(`select attempts from notices`))[0].attempts).toBe(0)
    const back = await openPostOffice(port)
    await Promise.all(senders.splice(0).map((one) => one.close()))
    await campaign.sql(`update notices set due_at = now()`)
    send({ smtpUrl: back.url })
    await settled()
    expect(back.mails).toHaveLength(1)
    await back.close()
  })

  it('without a post office wait, and the desk says so', async () => {
    await remind('no-smtp', 'judge')
    send({ smtpUrl: undefined })
    const { body } = await campaign.call('GET', '/notices', { as: 'supervisor' })
    expect(body).toMatchObject({ hasMail: false, counts: { waiting: 1 } })
  })

  it('that are refused for good lie where people see them, and go again when asked to', async () => {
    office.decide((to) => (to.startsWith('judge') ? { at: 'rcpt', code: 550 } : 'take'))
    await remind('bounced', 'judge')
    await remind('fine', 'suzhou')
    send()
    await settled()
    expect(await states()).toEqual({ dead: 1, sent: 1 })
    const { body } = await campaign.call('GET', '/notices/in/dead', { as: 'province' })
    expect(body.notices).toMatchObject([{ to: 'judge@example.org', attempts: 1 }])
    expect(body.notices[0].error).toContain('550')
    office.decide(() => 'take')
    const again = `/notices/${body.notices[0].id}/resend`
    expect((await campaign.call('POST', again, { as: 'supervisor', body: {} })).status).toBe(403)
    expect((await campaign.call('POST', again, { as: 'province', body: {} })).status).toBe(200)
    await settled()
    expect(await states()).toEqual({ sent: 2 })
    expect((await campaign.call('POST', again, { as: 'province', body: {} })).status).toBe(404)
  })

  it('that are put off come back later, one try counted', async () => {
    office.decide(() => ({ at: 'data', code: 451 }))
    await remind('greylisted', 'judge')
    send()
    await until(
      async () =>
        (await campaign.sql(`select 1 from notices where attempts = 1 and error is not null`))
          .length === 1,
    )
    const [row] = await campaign.sql(
      `select state, due_at > now() + interval '30 seconds' as later from notices`,
    )
    expect(row).toEqual({ state: 'waiting', later: true })
  })

  it('of a worker that was killed with one in hand go again, once, under the same Message-ID', async () => {
    office.decide(() => 'silence')
    await remind('died', 'judge')
    const child = senderProcess({ databaseUrl: process.env.DATABASE_URL!, smtpUrl: office.url })
    await until(() => office.mails.length === 1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await states()).toEqual({ sending: 1 })
    office.decide(() => 'take')
    await campaign.sql(`update notices set locked_until = now() - interval '1 second'`)
    send()
    send()
    await settled()
    const ids = office.mails.map(({ messageId }) => messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('are not sent a week late, nor to an account that was switched off', async () => {
    await remind('old', 'judge')
    await campaign.sql(`update notices set fresh_at = now() - interval '8 days'`)
    await remind('off', 'formerly')
    expect(await states()).toEqual({ waiting: 1 })
    send()
    await settled()
    expect(await states()).toEqual({ expired: 1 })
    expect(office.mails).toEqual([])
  })
})

describe('an objector', () => {
  it('is told, and not named to whoever sends mails', async () => {
    const values = { objection: 'Y-0001', ruling: '不成立', reason: '经核实' }
    const userId = campaign.people.suzhou!.id
    await tell({ event: 'objection-ruled', to: [{ kind: 'objector', userId, values }] })
    send()
    await settled()
    expect(office.mails[0]!.to).toEqual(['suzhou@example.org'])
    const { body } = await campaign.call('GET', '/notices/in/sent', { as: 'province' })
    expect(body.notices[0].to).toBe('异议人 / the objector')
  })
})

describe('templates', () => {
  it('that name what the event does not have are refused with the names that there are', async () => {
    const body = { event: 'judge-reminded', subject: '{{judge}}', body: 'x' }
    const { status, body: answer } = await campaign.call('POST', '/notice-templates', {
      as: 'province',
      body,
    })
    expect(status).toBe(422)
    expect(answer.errors[0].data).toMatchObject({
      code: 'template-unfit',
      findings: [{ code: 'placeholder-unknown' }],
    })
    expect(answer.errors[0].message).toContain('judgeName')
    const shown = await campaign.call('POST', '/notice-preview', {
      as: 'province',
      body: { event: 'judge-reminded' },
    })
    expect(shown.body.preview.subject).toContain('复评')
  })

  it('are the province’s to write and the supervisor’s to read', async () => {
    const body = { event: 'entry-returned', subject: '甲', body: '乙' }
    for (const as of ['supervisor', 'wuxi', 'judge', undefined]) {
      const made = await campaign.call('POST', '/notice-templates', { as, body })
      expect([as, made.status]).toEqual([as, 403])
      const read = await campaign.call('GET', '/notice-templates', { as })
      expect([as, read.status]).toEqual([as, as === 'supervisor' ? 200 : 403])
      for (const [method, path] of [
        ['GET', '/notices'],
        ['GET', '/notices/in/dead'],
        ['GET', '/notice-batches/1'],
      ] as const) {
        const { status } = await campaign.call(method, path, { as })
        const fine =
          as === 'supervisor' ? (path.endsWith('/1') ? [200, 404] : [200]) : as ? [403] : [401]
        expect([as, path, fine.includes(status)]).toEqual([as, path, true])
      }
    }
  })
})

describe('late judges', () => {
  it('are reminded once a day, in a batch that waits', async () => {
    const { track } = campaign
    const [round] = await campaign.sql(
      `insert into judging_rounds (title, key, track_id, kind, state, window_from, window_to)
       values ('复评', 'second', $1, 'score', 'open', now() - interval '1 day', now() + interval '1 day') returning id`,
      [track('photography')],
    )
    const judges = ['judge', 'suzhou', 'wuxi'].map((who) => campaign.people[who]!.id)
    await campaign.sql(`update users set role = 'judge' where id = any($1)`, [judges])
    await campaign.sql(
      `insert into judging_works (round_id, entry, kind, entry_id, number) values ($1, 'A', 'photos', 1, 1), ($1, 'B', 'photos', 2, 2)`,
      [round.id],
    )
    for (const [judge, entry, isIn] of [
      [judges[0], 'A', false],
      [judges[0], 'B', false],
      [judges[1], 'A', true],
      [judges[1], 'B', false],
      [judges[2], 'A', true],
    ]) {
      await campaign.sql(
        `insert into judging_panel (round_id, judge_id) values ($1, $2) on conflict do nothing`,
        [round.id, judge],
      )
      await campaign.sql(
        `insert into judging_pairs (round_id, entry, judge_id, handed_in_at) values ($1, $2, $3, $4)`,
        [round.id, entry, judge, isIn ? new Date() : null],
      )
    }
    await remindDay()
    await remindDay()
    const [batch] = await held()
    expect(batch).toMatchObject({ size: 2, event: 'judge-reminded' })
    const { messages } = await look(batch!.id)
    expect(messages.map(({ subject }: { subject: string }) => subject)).toEqual([
      '评审提醒：网络正能量摄影作品征集·复评，还有 2 件',
      '评审提醒：网络正能量摄影作品征集·复评，还有 1 件',
    ])
    await campaign.sql(`update users set role = 'editor' where id = any($1)`, [judges.slice(1)])
  })

  async function remindDay(): Promise<void> {
    await campaign.sql(
      `insert into jobs (kind, key, data) values ('remind-judges', 'remind-judges', '{}') on conflict do nothing`,
    )
    expect(await doJobs(campaign, 'remind-judges')).toBe(1)
  }
})
