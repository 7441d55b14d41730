import { describe, expect, it } from 'vitest'
import {
  actions,
  actionsFor,
  decide,
  editableBy,
  editableStatuses,
  hostStatuses,
  publicStatuses,
  rowsFor,
  standings,
  statuses,
  stepBack,
  supervisorStatuses,
  workflow,
  type Action,
  type Standing,
  type Status,
} from '../../src/domain/workflow.ts'
import { waitsFor } from '../../src/domain/to-do.ts'

/**
 * What is expected, written down from the plan and not from the code. A cell names who may take the
 * step and where it leads; a name with `!` has to give a reason. What is not here is not possible.
 */
const expected: Partial<Record<Status, Partial<Record<Action, string>>>> = {
  draft: {
    submit: 'owner unitEditor province! → submitted',
  },
  submitted: {
    recommend: 'unitEditor province → recommended',
    return: 'unitEditor! province! → returned',
    reject: 'unitEditor! province! → rejected',
    withdraw: 'owner unitEditor province! → withdrawn',
  },
  recommended: {
    accept: 'host province → accepted',
    return: 'host! province! → returned',
    reject: 'host! province! → rejected',
    withdraw: 'owner unitEditor province! → withdrawn',
  },
  accepted: {
    publish: 'supervisor province → published',
    return: 'supervisor! province! → returned',
    reject: 'supervisor! province! → rejected',
    withdraw: 'owner unitEditor province! → withdrawn',
  },
  published: {
    takeDown: 'supervisor! province! → accepted',
  },
  returned: {
    submit: 'owner unitEditor province! → submitted',
    withdraw: 'owner unitEditor province! → withdrawn',
  },
  rejected: {
    reopen: 'province! → returned',
  },
  withdrawn: {
    reopen: 'owner unitEditor province → draft',
  },
}

const ask = (status: Status, action: Action, standing: Standing, reason?: string) =>
  decide({
    status,
    action,
    standings: new Set([standing]),
    reason,
    openPhases: new Set(['collect', 'judge', 'summary']),
    actorId: 1,
    history: [],
    allowSamePerson: false,
  })

const cells = statuses.flatMap((status) =>
  actions.flatMap((action) => standings.map((standing) => ({ status, action, standing }))),
)

describe('every cell of state × action × standing', () => {
  it('has 8 × 9 × 5 cells', () => {
    expect(cells).toHaveLength(360)
  })

  it.each(cells)('$status · $action · $standing', ({ status, action, standing }) => {
    const cell = expected[status]?.[action]
    const [who = '', to] = cell?.split(' → ') ?? []
    const names = who.split(' ')
    const bare = ask(status, action, standing)
    const reasoned = ask(status, action, standing, '材料已核对')

    if (!cell) {
      expect(reasoned).toMatchObject({ ok: false, refusal: { status: 409, code: 'wrong-status' } })
    } else if (names.includes(standing)) {
      expect(bare).toMatchObject({ ok: true, row: { to } })
      expect(reasoned).toMatchObject({ ok: true, row: { to }, reason: '材料已核对' })
    } else if (names.includes(`${standing}!`)) {
      expect(bare).toMatchObject({ ok: false, refusal: { status: 400, code: 'reason-missing' } })
      expect(reasoned).toMatchObject({ ok: true, row: { to } })
    } else {
      expect(reasoned).toMatchObject({ ok: false, refusal: { status: 403, code: 'not-yours' } })
    }
  })

  it.each(statuses.flatMap((status) => standings.map((standing) => ({ status, standing }))))(
    'the buttons in $status for $standing are the steps that are allowed',
    ({ status, standing }) => {
      const shown = actionsFor({
        status,
        standings: new Set([standing]),
        openPhases: new Set(['collect', 'judge', 'summary']),
        actorId: 1,
        history: [],
        allowSamePerson: false,
      }).map(({ action, needsReason }) => (needsReason ? `${action}!` : action))
      const wanted = actions.flatMap((action) => {
        const names = expected[status]?.[action]?.split(' → ')[0]?.split(' ') ?? []
        if (names.includes(standing)) return [action]
        return names.includes(`${standing}!`) ? [`${action}!`] : []
      })
      expect(shown).toEqual(wanted)
    },
  )
})

describe('the table', () => {
  it('has one row at most for an action and a state', () => {
    const keys = workflow.map((row) => `${row.action} ${row.from}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('checks the entry rules at submit and at recommend only', () => {
    const checking = actions.filter((action) => rowsFor(action).some((row) => row.checksRules))
    expect(checking).toEqual(['submit', 'recommend'])
    for (const action of checking)
      expect(rowsFor(action).every((row) => row.checksRules)).toBe(true)
  })

  it('calls exactly recommend, accept and publish reviews', () => {
    const reviews = workflow.filter((row) => row.review).map((row) => [row.action, row.review])
    expect(reviews).toEqual([
      ['recommend', 'first'],
      ['accept', 'second'],
      ['publish', 'final'],
    ])
  })

  it('gives a duty only to those who may do it', () => {
    for (const row of workflow) expect(row.by).toEqual(expect.arrayContaining([...row.duty]))
  })

  it.each([
    ['submit', ['collect']],
    ['recommend', ['collect', 'judge']],
    ['accept', ['collect', 'judge', 'summary']],
    ['publish', ['collect', 'judge', 'summary']],
    ['return', []],
    ['reject', []],
    ['withdraw', []],
    ['takeDown', []],
    ['reopen', []],
  ] as const)('%s is open in %j', (action, phases) => {
    for (const row of rowsFor(action)) expect(row.opens).toEqual(phases)
  })
})

describe('what follows from a state', () => {
  it('waits for those whose work it is', () => {
    expect(waitsFor('owner')).toEqual(['draft', 'returned'])
    expect(waitsFor('unitEditor')).toEqual(['draft', 'submitted', 'returned'])
    expect(waitsFor('host')).toEqual(['recommended'])
    expect(waitsFor('supervisor')).toEqual(['accepted'])
    expect(waitsFor('province')).toEqual(['accepted'])
  })

  it('sends a change of content one review back', () => {
    expect(statuses.map((status) => [status, stepBack(status)])).toEqual([
      ['draft', null],
      ['submitted', 'submitted'],
      ['recommended', 'submitted'],
      ['accepted', 'recommended'],
      ['published', 'accepted'],
      ['returned', null],
      ['rejected', null],
      ['withdrawn', null],
    ])
  })

  const editing: Record<Standing, Status[]> = {
    owner: ['draft', 'returned'],
    unitEditor: ['draft', 'returned'],
    host: [],
    supervisor: [],
    province: ['draft', 'submitted', 'recommended', 'accepted', 'published', 'returned'],
  }
  it.each(standings)('lets %s change the content in their own states only', (standing) => {
    const may = statuses.filter((status) => editableBy({ status, standings: new Set([standing]) }))
    expect(may).toEqual(editing[standing])
    expect(editableStatuses(standing)).toEqual(editing[standing])
  })

  it('lets nobody without a standing change anything', () => {
    for (const status of statuses) expect(editableBy({ status, standings: new Set() })).toBe(false)
  })

  it('shows hosts, supervisor and public their states', () => {
    expect(hostStatuses).toEqual(['recommended', 'accepted', 'published'])
    expect([...supervisorStatuses].sort()).toEqual(
      [...statuses].filter((status) => status !== 'draft').sort(),
    )
    expect(publicStatuses).toEqual(['published'])
  })
})
