import { words, type Words } from '../words.ts'

const known: Record<string, Words> = {
  'vote-window-not-open': words('投票尚未开始', 'Before voting begins'),
  'vote-window-closed': words('投票已结束', 'After voting is over'),
  'vote-round-paused': words('投票暂停中', 'While paused'),
  'voter-not-member': words('不是工会会员', 'Not a union member'),
  'voter-too-new': words('身份登记时间不足', 'The identity is too young'),
  'ballot-duplicate': words('同一作品多次出现', 'One work named twice'),
  'ballot-size': words('选票件数不符', 'Too few or too many works'),
  'vote-entry-not-candidate': words('不是候选作品', 'A work that does not stand'),
  'vote-entry-quota-exceeded': words('该作品已投满', 'No votes left for a work'),
  'vote-quota-exceeded': words('票数已用完', 'No votes left'),
  'vote-challenge-required': words('需要验证', 'Asked for a proof of work'),
  'idempotency-key-reused': words('同一请求编号用于不同选票', 'One key for two ballots'),
}

/** Why ballots were refused, as a heading of a list; the code itself for one that is not known here. */
export const refusalHeading = (code: string): Words => known[code] ?? words(code, code)
