/**
 * Judging, results and certificates of the demo, by the endpoints that people use and the clocks that they
 * wait for. What is there already is left as it stands: a second run adds nothing, one that was cut off is
 * completed. Only a list whose notice has passed meanwhile is made final, with certificates: on a later day.
 */
import type { Payload } from 'payload'
import { Refusal } from '../../../src/hooks/refuse.ts'
import { loadAccounts, loadOrganiser } from '../load/accounts.ts'
import { openTracks } from '../load/tracks.ts'
import { loadUnits } from '../load/units.ts'
import { askAs } from './ask.ts'
import { drawCertificates, loadTemplate } from './certificates.ts'
import { finishList, freezeList, photosList, recitationsList, shownList } from './lists.ts'
import { fileObjections } from './objections.ts'
import { photosFinal, photosFirst, recitationsFinal, videosOpen } from './plans.ts'
import { beginRound, lockRound, markRound, openRound } from './play-round.ts'
import type { Added, Stage } from './stage.ts'

export type JudgingLoaded = Added & {
  /** The list of recitations is final. */
  isFinal: boolean
  /** Parts that somebody has changed so that the demo cannot go on with them, each with why. */
  left: string[]
}

const day = 86_400_000

/** Call after `loadDemo`. */
export async function loadJudging(
  payload: Payload,
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<JudgingLoaded> {
  const user = await loadOrganiser(payload)
  const units = await loadUnits(payload, user)
  const people = await loadAccounts(payload, { user, units })
  const tracks = await openTracks(payload, { user, now })
  const added: Added = { rounds: 0, lists: 0, objections: 0, finals: 0, certificates: 0 }
  const left: string[] = []
  const stage: Stage = {
    ...{ payload, people, tracks, signal, ask: askAs(payload, people) },
    did: (what, by = 1) => {
      added[what] += by
    },
  }
  const part = async <Done>(play: () => Promise<Done>): Promise<Done | null> => {
    signal?.throwIfAborted()
    try {
      return await play()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      left.push(error.message)
      return null
    }
  }
  const begun = new Date(now.getTime() - 7 * day).toISOString()
  const short = { from: begun, open: null }
  // While the window of one round runs out, others are begun.
  const first = await part(() => openRound(stage, photosFirst, short))
  if (first) await part(() => markRound(stage, photosFirst, first))
  const spoken = await part(() => openRound(stage, recitationsFinal, short))
  if (spoken) await part(() => markRound(stage, recitationsFinal, spoken))
  const videos = await part(() => openRound(stage, videosOpen, { from: begun, open: 10 * day }))
  if (videos) await part(() => beginRound(stage, videosOpen, videos))
  const template = await part(() => loadTemplate(stage))
  if (first) await part(() => lockRound(stage, photosFirst, first))
  const final = first && (await part(() => openSecond(stage, first.id)))
  if (final) await part(() => markRound(stage, photosFinal, final))
  if (spoken) await part(() => lockRound(stage, recitationsFinal, spoken))
  const recitations = spoken && (await part(() => freezeList(stage, recitationsList)))
  if (final) await part(() => lockRound(stage, photosFinal, final))
  const photos = final && (await part(() => freezeList(stage, photosList)))
  const isFinal =
    recitations === null ? false : await part(() => goOn(stage, { id: recitations, template }))
  if (photos) await part(async () => fileObjections(stage, await shownList(stage, photos)))
  return { ...added, isFinal: isFinal ?? false, left }
}

/** The second round on photos, which begins when the first one is over and locked. */
async function openSecond(stage: Stage, id: number) {
  const round = await stage.payload.findByID({ collection: 'judging-rounds', id, depth: 0 })
  if (round.state !== 'locked') return null
  return openRound(stage, photosFinal, { from: round.windowTo, open: null })
}

/** What becomes of a list once its notice is over. @returns whether it is final */
async function goOn(stage: Stage, { id, template }: { id: number; template: number | null }) {
  const isFinal = await finishList(stage, await shownList(stage, id))
  if (isFinal && template !== null) await drawCertificates(stage, { list: id, template })
  return isFinal
}
