import type { Words } from '../../domain/words.ts'

/** What may stand against an objection to a list on notice. */
export const objectionProblems = {
  'notice-not-open': told(409, '公示尚未开始', 'The notice has not begun'),
  'notice-closed': told(409, '公示已结束', 'The notice is over'),
  'objector-not-entitled': told(403, '不能提出异议', 'Not entitled to object'),
  'objector-not-named': told(403, '异议须实名提出', 'Objections are made by real name'),
  'entry-not-listed': told(400, '作品不在公示名单中', 'The work is not on the list'),
  'own-entry': told(409, '不能对自己的作品提出异议', 'Not against a work of one’s own'),
  'objection-twice': told(409, '您的异议正在处理', 'Your objection is being dealt with'),
  'ground-missing': told(400, '请写明异议理由', 'The ground is missing'),
  'ground-too-long': told(400, '异议理由过长', 'The ground is too long'),
  'ground-unfit': told(400, '异议理由无法保存', 'The ground cannot be kept'),
  'evidence-missing': told(400, '请附上证据', 'Evidence is missing'),
  'wrong-state': told(409, '当前状态不能进行此操作', 'Not possible from this state'),
} as const satisfies Record<string, { status: number; title: Words }>

function told<Status extends number>(status: Status, zh: string, en: string) {
  return { status, title: { zh, en } }
}
