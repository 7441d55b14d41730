import { statusOf, type BallotRefusalCode } from '../domain/voting/ballot-refusals.ts'
import type { Words } from '../domain/words.ts'

/** What may stand against a ballot: a rule of the round each, and the proof of work that it may take. */
export const voteProblems = {
  'vote-window-not-open': told('vote-window-not-open', '投票尚未开始', 'Voting has not begun'),
  'vote-window-closed': told('vote-window-closed', '投票已结束', 'Voting is over'),
  'vote-round-paused': told('vote-round-paused', '投票暂停中', 'Voting is paused'),
  'voter-not-member': told('voter-not-member', '仅限工会会员投票', 'For union members only'),
  'voter-too-new': told('voter-too-new', '身份登记时间不足', 'The identity is too new'),
  'ballot-duplicate': told('ballot-duplicate', '选票上作品重复', 'A work is named twice'),
  'ballot-size': told('ballot-size', '选票件数不符', 'The ballot names too few or too many'),
  'vote-entry-not-candidate': told(
    'vote-entry-not-candidate',
    '不是候选作品',
    'A work does not stand here',
  ),
  'vote-entry-quota-exceeded': told(
    'vote-entry-quota-exceeded',
    '该作品已投满',
    'No more votes for this work',
  ),
  'vote-quota-exceeded': told('vote-quota-exceeded', '票数已用完', 'No votes left'),
  'vote-challenge-required': {
    status: 403,
    title: { zh: '请先完成安全验证', en: 'A proof of work is asked for first' },
  },
} as const satisfies Record<
  BallotRefusalCode | 'vote-challenge-required',
  { status: number; title: Words }
>

function told<Code extends BallotRefusalCode>(code: Code, zh: string, en: string) {
  return { status: statusOf[code], title: { zh, en } }
}
