import { words, type Words } from '../words.ts'
import type { Action, Review, Standing, Status } from './table.ts'

export const statusWords: Record<Status, Words> = {
  draft: words('草稿', 'Draft'),
  submitted: words('待初审', 'Awaiting first review'),
  recommended: words('待复审', 'Awaiting second review'),
  accepted: words('待终审', 'Awaiting final review'),
  published: words('已发布', 'Published'),
  returned: words('已退回', 'Returned'),
  rejected: words('未通过', 'Rejected'),
  withdrawn: words('已撤回', 'Withdrawn'),
}

export const actionWords: Record<Action, Words> = {
  submit: words('报送', 'Submit'),
  recommend: words('推荐', 'Recommend'),
  accept: words('复审通过', 'Accept'),
  publish: words('终审发布', 'Publish'),
  return: words('退回修改', 'Return'),
  reject: words('不予通过', 'Reject'),
  withdraw: words('撤回', 'Withdraw'),
  takeDown: words('下架', 'Take down'),
  reopen: words('重新打开', 'Reopen'),
}

export const reviewWords: Record<Review, Words> = {
  first: words('初审', 'first review'),
  second: words('复审', 'second review'),
  final: words('终审', 'final review'),
}

export const standingWords: Record<Standing, Words> = {
  owner: words('作品提交人', 'the participant who created the entry'),
  unitEditor: words('报送单位或其上级单位的编辑', 'an editor of the submitting unit or above it'),
  host: words('承办（协办）单位的编辑', 'an editor of the host or a co-host'),
  supervisor: words('网信办', 'the supervisor'),
  province: words('省总工会', 'the province'),
}
