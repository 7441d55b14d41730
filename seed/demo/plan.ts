/**
 * The plan of the demo: every entry with its content, its files and each step that people take with it,
 * as pure data. The same arguments give the same plan; an entry is known by its key, and in a database by
 * kind, unit and title.
 */
import { entryKindList, type EntryKind } from '../../src/domain/kinds.ts'
import { statuses, type Action, type Status } from '../../src/domain/workflow.ts'
import { senders, type Sender } from './cast.ts'
import { contentOf, type Content } from './contents.ts'
import { spoil } from './flaws.ts'
import { createRandom, type Random } from './random.ts'
import { stepsTo } from './steps.ts'

/** One step, or a remark between steps; `by` is the e-mail of who does it. */
export type PlannedStep = { action: Action | 'note'; by: string; at: Date; reason?: string }

export type PlannedEntry = Content & {
  key: string
  kind: EntryKind
  /** The unit's code. */
  unit: string
  /** E-mail of who writes it. */
  by: string
  createdAt: Date
  steps: PlannedStep[]
  /** Where the steps lead. */
  status: Status
  /** It all happened in 2022, or is still under way today. */
  past: boolean
}

export type Sizes = Record<EntryKind, number>

/** 342 entries. */
export const fullSizes: Sizes = {
  photos: 84,
  videos: 60,
  commentaries: 66,
  recitations: 48,
  cases: 48,
  platforms: 36,
}

/**
 * @param sizes entries of each kind; from four of each on, every state occurs
 * @param now what is still under way happened in the three weeks before; the rest lies in June to October 2022
 */
export function planDemo({ now, sizes = fullSizes }: { now: Date; sizes?: Sizes }): PlannedEntry[] {
  return entryKindList.flatMap((kind, place) => {
    const random = createRandom(`demo/${kind}`)
    const deck = statusDeck(random, sizes[kind], place * 4)
    const known = new Set<string>()
    const entries = deck.map((status, index) =>
      planEntry({ kind, index, status, now, turn: place * 5 + index, known }),
    )
    // Numbers are given in the order in which entries come in.
    return entries.sort((a, b) => submitted(a) - submitted(b))
  })
}

// What is waiting is still under way; what has come to its end lies in the past.
const ended: readonly Status[] = ['published', 'rejected', 'withdrawn']

const weights: Record<Status, number> = {
  published: 0.4,
  submitted: 0.14,
  recommended: 0.12,
  accepted: 0.09,
  draft: 0.09,
  returned: 0.07,
  rejected: 0.05,
  withdrawn: 0.04,
}

/** States in the wanted proportion, every one once first, in a random order. */
function statusDeck(random: Random, size: number, first: number): Status[] {
  const once = statuses.map((_, index) => statuses[(first + index) % statuses.length]!)
  const many = statuses.flatMap((status) =>
    Array.from({ length: Math.max(Math.round(weights[status] * size) - 1, 0) }, () => status),
  )
  const filled = [...once, ...random.sample(many, many.length)]
  while (filled.length < size) filled.push('published')
  return random.sample(filled.slice(0, size), size)
}

type Asked = {
  kind: EntryKind
  index: number
  status: Status
  now: Date
  turn: number
  known: Set<string>
}

function planEntry({ kind, index, status, now, turn, known }: Asked): PlannedEntry {
  const key = `${kind}-${String(index + 1).padStart(3, '0')}`
  const random = createRandom(`demo/${key}`)
  const past = ended.includes(status)
  const createdAt = past ? between(random, '2022-06-09', '2022-08-22') : daysBefore(random, now)
  const made = new Date(createdAt.getTime() - random.integer(2, 20) * 86_400_000)
  const content = (sender: Sender) =>
    contentOf(kind, {
      key,
      random: random.fork('content'),
      index,
      unitName: sender.name,
      // Videos are to be no older than a year; the past ones are dated back once they are in.
      made: kind === 'videos' && past ? new Date(now.getTime() - 40 * 86_400_000) : made,
    })
  const { sender, data, files } = placed({ kind, turn, known, content })
  const flawed = status === 'draft' || status === 'returned'
  return {
    key,
    kind,
    unit: sender.unit,
    by: sender.submitter,
    createdAt,
    ...(flawed && index % 2 === 0 ? spoil({ kind, status, data, files }) : { data, files }),
    steps: stepsTo({
      status,
      kind,
      sender,
      index,
      random: random.fork('steps'),
      createdAt,
      past,
      now,
    }),
    status,
    past,
  }
}

/** The next unit in turn that has no entry of this title yet: title and unit tell entries apart. */
function placed({
  kind,
  turn,
  known,
  content,
}: {
  kind: EntryKind
  turn: number
  known: Set<string>
  content: (sender: Sender) => Content
}): Content & { sender: Sender } {
  const allowed = senders.filter(({ unit }) => kind === 'cases' || unit !== '990000')
  for (let offset = 0; offset < allowed.length; offset++) {
    const sender = allowed[(turn + offset) % allowed.length]!
    const made = content(sender)
    const name = `${sender.unit}/${made.data.title}`
    if (known.has(name)) continue
    known.add(name)
    return { sender, ...made }
  }
  throw new Error(`No unit is left for another entry of this title in ${kind}`)
}

function submitted({ steps, createdAt }: PlannedEntry): number {
  const first = steps.find(({ action }) => action === 'submit')
  // Drafts have no number and come last.
  return first ? first.at.getTime() : createdAt.getTime() + 1e14
}

function between(random: Random, from: string, to: string): Date {
  const [low, high] = [Date.parse(`${from}T01:00:00Z`), Date.parse(`${to}T01:00:00Z`)]
  return officeHour(random, random.between(low, high))
}

function daysBefore(random: Random, now: Date): Date {
  return officeHour(random, now.getTime() - random.between(15, 21) * 86_400_000)
}

/** The same day between 9:00 and 17:59 in Shanghai. */
function officeHour(random: Random, time: number): Date {
  const day = Math.floor(time / 86_400_000) * 86_400_000
  return new Date(day + random.integer(60, 60 * 10 - 1) * 60_000 + random.integer(0, 59_999))
}
