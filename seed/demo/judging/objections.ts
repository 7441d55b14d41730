/** Objections to a list of the demo: one that the desk ruled on, one that it has yet to take up. */
import { senders } from '../cast.ts'
import { codeOf, type List } from './lists.ts'
import { rulesOnObjections, type Stage } from './stage.ts'

type PlannedObjection = {
  /** Against the work that stands so far from the end of the list. */
  fromEnd: number
  ground: string
  /** Why the desk dismisses it; null: nobody has taken it up. */
  dismissed: string | null
}

const planned: readonly PlannedObjection[] = [
  {
    fromEnd: 1,
    ground: '该作品疑似此前已在其他比赛中获奖，请核实是否符合参评要求。（演示数据）',
    dismissed: '经核实，作者提供了原始文件和拍摄记录，作品此前未曾参赛，符合要求。（演示数据）',
  },
  {
    fromEnd: 2,
    ground: '作品说明中的拍摄地点与画面不符，请核实。（演示数据）',
    dismissed: null,
  },
]

/** Files what is missing, and rules on what is to be ruled on; the rest is left as it stands. */
export async function fileObjections(stage: Stage, list: List): Promise<void> {
  const { payload, ask } = stage
  const { id, publicId, state, awards } = list
  if (state !== 'open' || awards.length < 2) return
  for (const [index, one] of planned.entries()) {
    const there = () =>
      payload.find({
        ...{ collection: 'objections', depth: 0, limit: 1 },
        where: { result: { equals: id }, ground: { equals: one.ground } },
      })
    if ((await there()).totalDocs === 0) {
      const entry = awards.at(-one.fromEnd)!.entry
      await file(stage, { result: publicId, entry, ground: one.ground }, index * 5)
      stage.did('objections')
    }
    const { docs } = await there()
    if (!docs[0] || one.dismissed === null) continue
    const params = { id: docs[0].id }
    const step = (action: string, body: object) =>
      ask(rulesOnObjections, `post objections/:id/${action}`, { params, body })
    if (docs[0].state === 'filed') await step('accept', {})
    if (['filed', 'accepted'].includes(docs[0].state ?? '')) {
      await step('dismiss', { reason: one.dismissed })
    }
  }
}

type Filing = { result: string; entry: string; ground: string }

/** By the first unit from a place in the cast on that may: nobody objects to a work of their own. */
async function file({ ask }: Stage, filing: Filing, from: number): Promise<void> {
  const body = {
    ...{ ...filing, name: '演示·某职工', contact: '演示电话 000-00000000' },
    evidence: [{ link: 'https://news.example.org/2022/objection.html' }],
  }
  for (const { submitter } of senders.slice(from)) {
    try {
      await ask(submitter, 'post objections/file', { body })
      return
    } catch (error) {
      if (codeOf(error) !== 'own-entry') throw error
    }
  }
}
