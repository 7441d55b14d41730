import { runIn } from '../../../database/run-in.ts'
import { readTrackRounds, type StoredRound } from '../../../database/judging/rounds.ts'
import { words, type Words } from '../../../domain/words.ts'
import type { PayloadRequest } from 'payload'
import type { Counted } from './standing.ts'
import type { WorkName } from './work-names.ts'

const mostNames = 10

/**
 * What a new version of a locked ranking leaves as it is: the works of a next round that has begun. For whoever
 * asks for the version and whoever confirms it; null: there is no such round.
 */
export async function nextRoundNote(
  req: PayloadRequest,
  round: StoredRound,
  {
    before,
    after,
    names,
  }: { before: Counted; after: Counted; names: ReadonlyMap<string, WorkName> },
): Promise<Words | null> {
  const rounds = await readTrackRounds(runIn(req), round.track.id)
  const next = rounds[rounds.findIndex(({ id }) => id === round.id) + 1]
  if (!next || next.state === 'draft') return null
  const [was, is] = [new Set(before.locked.goesOn), new Set(after.locked.goesOn)]
  const named = (entries: string[]) =>
    [
      ...entries.slice(0, mostNames).map((entry) => names.get(entry)?.title ?? entry),
      ...(entries.length > mostNames ? ['…'] : []),
    ].join('、')
  const [into, out] = [
    [...is].filter((one) => !was.has(one)),
    [...was].filter((one) => !is.has(one)),
  ]
  const parts = [
    words(
      `下一轮“${next.title}”已经开始，新版本不改变其参评作品。`,
      `The next round, “${next.title}”, has begun: a new version does not move its works.`,
    ),
    ...(into.length > 0
      ? [
          words(
            `按新版本晋级、但不会进入下一轮的作品：${named(into)}。`,
            `By the new version these go on, yet they are not taken into it: ${named(into)}.`,
          ),
        ]
      : []),
    ...(out.length > 0
      ? [
          words(
            `按新版本不再晋级、但仍在下一轮的作品：${named(out)}。`,
            `By the new version these do not go on, yet they stay in it: ${named(out)}.`,
          ),
        ]
      : []),
  ]
  return words(parts.map(({ zh }) => zh).join(''), parts.map(({ en }) => en).join(' '))
}
