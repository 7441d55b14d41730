import { words, type Words } from '../words.ts'
import type { VoidClass } from './ledger.ts'

/** Why votes are void, by class. */
export const voidClassWords: Record<VoidClass, Words> = {
  automated: words('机器投票', 'Cast by machines'),
  'identity-farm': words('批量注册的身份', 'Identities made in bulk'),
  purchased: words('买票', 'Bought'),
  merged: words('同一人重复投票', 'One person under two identities'),
  other: words('其他', 'Other'),
}
