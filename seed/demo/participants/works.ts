/**
 * What the demo's workers send in: one or two works each, in every state that a worker meets, two that
 * look alike, two that read alike, one with words of the demo's list, one by a minor, one over which the
 * province has to decide. Pure data; a work is known by its worker and its title.
 */
import { ownFieldsOf } from '../../../src/domain/participation/own-fields.ts'
import type { EntryKind } from '../../../src/domain/kinds.ts'
import type { Action } from '../../../src/domain/workflow.ts'
import { contentOf, type Making, type PlannedFile } from '../contents.ts'
import { createRandom } from '../random.ts'
import { demoTerms, demoWorkers, type DemoWorker } from './people.ts'

/** `by`: an account of the cast, or the worker. */
export type WorkerStep = { action: Action; by: string; reason?: string }

export type WorkerWork = {
  key: string
  worker: DemoWorker
  kind: EntryKind
  /** Code of the unit that reviews first. */
  unit: string
  /** The body of `POST /v1/me/entries` but for track, unit and files. */
  fields: Record<string, unknown> & { title: string }
  files: PlannedFile[]
  steps: WorkerStep[]
  /** Taken back once everything else has happened. */
  takesBack?: 'publishName'
}

type Told = {
  worker: number
  kind: EntryKind
  unit: string
  title: string
  /** Which words of the kind, and which of its forms. */
  index?: number
  seed?: string
  change?: (fields: Record<string, unknown>) => Record<string, unknown>
  files?: (files: PlannedFile[]) => PlannedFile[]
  consents?: Record<string, boolean>
  steps: WorkerStep[]
  takesBack?: 'publishName'
}

export const self = 'self'

const submit: WorkerStep = { action: 'submit', by: self }
const recommend = (by: string): WorkerStep => ({ action: 'recommend', by: `${by}@example.org` })
const accept = (by: string): WorkerStep => ({ action: 'accept', by: `${by}-host@example.org` })
const publish: WorkerStep = { action: 'publish', by: 'supervisor-a@example.org' }

const gate: Making = {
  ...{ what: 'picture', scene: 'harbour', seed: 'workers/gate' },
  ...{ width: 1600, height: 1067 },
}
// The same moment out of another's telephone: smaller, and saved once more.
const gateAgain: Making = { ...gate, width: 1440, height: 960 }
const onePicture = (make: Making, alt: string) => () => [{ field: 'pictures', alt, make }]

const told: readonly Told[] = [
  {
    ...{ worker: 0, kind: 'photos', unit: '320200', title: '闸口的第一缕光' },
    files: onePicture(gate, '闸口的第一缕光'),
    steps: [submit, recommend('wuxi-b'), accept('nantong'), publish],
  },
  {
    ...{ worker: 3, kind: 'photos', unit: '320700', title: '港区闸口清晨' },
    files: onePicture(gateAgain, '港区闸口清晨'),
    steps: [submit],
  },
  {
    ...{ worker: 0, kind: 'photos', unit: '320200', title: '换班路上（草稿）' },
    change: ({ place: _, originalDeclared: __, ...fields }) => fields,
    steps: [],
  },
  {
    ...{ worker: 1, kind: 'commentaries', unit: '320200', title: '评论区里的善意值得转发' },
    change: (fields) => ({
      ...fields,
      body: `${String(fields.body)}\n有人在群里喊“加 微 信 帮忙刷票”，还说自己是“最佳平臺”。真正的好作品，用不着这些。`,
    }),
    steps: [submit],
  },
  {
    ...{ worker: 2, kind: 'commentaries', unit: '320600', title: '小驿站装得下大温暖' },
    ...{ seed: 'workers/station' },
    steps: [submit, recommend('nantong-b'), accept('wangxin')],
  },
  {
    ...{ worker: 4, kind: 'commentaries', unit: '320500', title: '小驿站，装下大温暖' },
    ...{ seed: 'workers/station' },
    change: (fields) => ({ ...fields, body: `夜里十点，驿站还亮着灯。\n${String(fields.body)}` }),
    steps: [submit],
  },
  {
    ...{ worker: 5, kind: 'photos', unit: '320500', title: '流水线旁的专注', index: 3 },
    steps: [
      submit,
      {
        ...{ action: 'return', by: 'suzhou-b@example.org' },
        reason: '拍摄地点请写到具体车间，不能只写单位名；改好后再报即可。',
      },
    ],
  },
  {
    ...{ worker: 6, kind: 'videos', unit: '320200', title: '末班车之后', index: 1 },
    steps: [submit, recommend('wuxi-b')],
  },
  {
    ...{ worker: 8, kind: 'recitations', unit: '320300', title: '少年与麦田' },
    change: (fields) => ({ ...fields, ageGroup: 'minor' }),
    files: (files) => [...files, guardian],
    steps: [submit],
  },
  {
    ...{ worker: 7, kind: 'commentaries', unit: '320400', title: '夜班护士的一封回信' },
    steps: [submit, recommend('changzhou-b'), accept('wangxin'), publish],
    takesBack: 'publishName',
  },
  {
    ...{ worker: 9, kind: 'photos', unit: '321000', title: '扫出来的黎明', index: 5 },
    // Without it nobody may publish the picture: the final reviewers read why.
    consents: { publishPortrait: false },
    steps: [submit, recommend('yangzhou-b'), accept('nantong')],
  },
  {
    ...{ worker: 10, kind: 'commentaries', unit: '321100', title: '老师傅的手机课' },
    steps: [submit, { action: 'withdraw', by: self, reason: '想再补充几个例子' }],
  },
  {
    ...{ worker: 11, kind: 'cases', unit: '320800', title: '一条语音追回的加班费（草稿）' },
    steps: [],
  },
]

const guardian: PlannedFile = {
  field: 'guardianConsent',
  alt: '监护人同意书',
  make: {
    ...{ what: 'poster', scene: 'reading', seed: 'workers/guardian' },
    ...{ title: '监护人同意书', subtitle: '演示用，内容为空' },
  },
}

/** @param made when the works were made; a few days before today */
export function planWorkers(made: Date): WorkerWork[] {
  return told.map((one, index) => {
    const worker = demoWorkers[one.worker]!
    const { kind, unit, title, consents = {}, steps, takesBack } = one
    const key = `worker-${String(index + 1).padStart(2, '0')}`
    const random = createRandom(one.seed ?? `demo/${key}`)
    const asked = { key, random, index: one.index ?? 0, unitName: worker.workplace, made }
    const { data, files } = contentOf(kind, asked)
    const { name, workplace, phone } = worker
    const agreed = {
      ...{ takePart: true, publishName: true, publishPortrait: true, ...consents },
      termsVersion: demoTerms.version,
    }
    const own = ownFields(kind, { ...data, authors: [{ name, workplace, phone }] })
    const fields = { ageGroup: 'adult', ...(one.change?.(own) ?? own), title, consents: agreed }
    return {
      ...{ key, worker, kind, unit, fields, steps, takesBack },
      files: one.files?.(files) ?? files,
    }
  })
}

// What the staff write besides is measured from the file, or not a worker's to say; days are days here.
function ownFields(kind: EntryKind, data: Record<string, unknown>): Record<string, unknown> {
  const shapes = ownFieldsOf(kind)
  const kept = Object.entries(data).filter(([name, value]) => name in shapes && value !== undefined)
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      shapes[name] === 'date' ? String(value).slice(0, 10) : value,
    ]),
  )
}
