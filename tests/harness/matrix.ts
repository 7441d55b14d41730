/**
 * Who may do what, written from the house plan's table and the contract, not from `src/access`: when
 * the two disagree one of them is wrong. The stage: every track is hosted by Nantong and co-hosted by
 * Nanjing; the works stand in Wuxi (and a second set in Nantong, for the host that is also the unit).
 */

export const states = [
  'draft',
  'submitted',
  'recommended',
  'accepted',
  'published',
  'returned',
  'rejected',
  'withdrawn',
] as const
export type State = (typeof states)[number]

export const kinds = [
  'cases',
  'videos',
  'photos',
  'recitations',
  'commentaries',
  'platforms',
] as const
export type Kind = (typeof kinds)[number]

/** What somebody is to a work, and who of the cast plays it. */
export const cast = {
  anonymous: undefined,
  /** An editor of the work's unit whose account was switched off while logged in. */
  switchedOff: 'wuxi2',
  /** An editor whose unit was taken away. */
  unitless: 'suzhou2',
  judge: 'judge',
  supervisor: 'supervisor',
  province: 'province',
  ownUnit: 'wuxi',
  parentUnit: 'headquarters',
  childUnit: 'yixing',
  otherUnit: 'suzhou',
  host: 'nantong',
  coHost: 'nanjing',
  hostAndOwnUnit: 'nantong',
} as const
export type Who = keyof typeof cast
export const everybody = Object.keys(cast) as Who[]

export const strangers: readonly Who[] = ['anonymous', 'switchedOff']
/** The unit's own side: its editors, those above it, and the province. */
export const unitSide: readonly Who[] = ['ownUnit', 'parentUnit', 'hostAndOwnUnit', 'province']
export const hostSide: readonly Who[] = ['host', 'coHost', 'hostAndOwnUnit', 'province']
export const finalSide: readonly Who[] = ['supervisor', 'province']
export const province: readonly Who[] = ['province']

const published: readonly State[] = ['published']
const atTheHost: readonly State[] = ['recommended', 'accepted', 'published']

export const reads: Record<Who, readonly State[]> = {
  anonymous: published,
  switchedOff: published,
  unitless: published,
  judge: published,
  supervisor: states.filter((state) => state !== 'draft'),
  province: states,
  ownUnit: states,
  parentUnit: states,
  childUnit: published,
  otherUnit: published,
  host: atTheHost,
  coHost: atTheHost,
  hostAndOwnUnit: states,
}

/** What everybody who is played in Wuxi's case is to a work of Nantong. */
export const toTheSecondSet: Record<Who, Who> = {
  ...(Object.fromEntries(everybody.map((who) => [who, who])) as Record<Who, Who>),
  ownUnit: 'otherUnit',
  childUnit: 'otherUnit',
  host: 'hostAndOwnUnit',
}

const open: readonly State[] = ['draft', 'returned']

/** Where somebody changes the content of a work. */
export function edits(who: Who): readonly State[] {
  if (who === 'province') return states.filter((one) => one !== 'rejected' && one !== 'withdrawn')
  return unitSide.includes(who) ? open : []
}

/** Where a change of content leads: after a review, one step back. */
export const afterEdit: Partial<Record<State, State>> = {
  recommended: 'submitted',
  accepted: 'recommended',
  published: 'accepted',
}

export function deletes(who: Who): readonly State[] {
  return unitSide.includes(who) ? ['draft'] : []
}

export type Action =
  | 'submit'
  | 'recommend'
  | 'accept'
  | 'publish'
  | 'return'
  | 'reject'
  | 'withdraw'
  | 'takeDown'
  | 'reopen'

type Step = { to: State; by: readonly Who[] }

/** The steps of the contract: from which state, to which, by whom. What is not here nobody does. */
export const steps: Record<Action, Partial<Record<State, Step>>> = {
  submit: {
    draft: { to: 'submitted', by: unitSide },
    returned: { to: 'submitted', by: unitSide },
  },
  recommend: { submitted: { to: 'recommended', by: unitSide } },
  accept: { recommended: { to: 'accepted', by: hostSide } },
  publish: { accepted: { to: 'published', by: finalSide } },
  return: backTo('returned'),
  reject: backTo('rejected'),
  withdraw: Object.fromEntries(
    (['submitted', 'returned', 'recommended', 'accepted'] as const).map((from) => [
      from,
      { to: 'withdrawn' as const, by: unitSide },
    ]),
  ),
  takeDown: { published: { to: 'accepted', by: finalSide } },
  reopen: {
    rejected: { to: 'returned', by: province },
    withdrawn: { to: 'draft', by: unitSide },
  },
}

function backTo(to: State): Partial<Record<State, Step>> {
  return {
    submitted: { to, by: unitSide },
    recommended: { to, by: hostSide },
    accepted: { to, by: finalSide },
  }
}

/** Who has a part in the reviews of a work that they see: its desk, its notes. */
export const reviewers: readonly Who[] = [...new Set([...unitSide, ...hostSide, ...finalSide])]

/** Who reads the authors' phone numbers masked; in clear and logged: `unitSide`. */
export const readsMaskedPhones = reviewers
