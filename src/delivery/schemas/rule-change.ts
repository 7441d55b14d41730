import { instant, listOf, ref, shape } from './shape.ts'
import { wordsSchema } from './words.ts'

/** Shown with a track, and with the works that were sent in before it. */
export const ruleChangeSchema = shape(
  'RuleChange',
  '征集开始后要求的一次变更 / A change of the call after it opened',
  {
    at: instant('时间 / When'),
    removed: listOf(ref(wordsSchema), '删去的要求 / Sentences that went'),
    added: listOf(ref(wordsSchema), '新增的要求 / Sentences that came'),
  },
)
