import { words, type Words } from '../../words.ts'
import type { Method, TieStep } from './types.ts'

/** A method by its name, with its number. */
export function methodWords(method: Method): Words {
  switch (method.kind) {
    case 'mean':
      return words('平均分', 'mean')
    case 'trimmed-mean':
      return words(
        `去掉 ${method.drop} 个最高分和 ${method.drop} 个最低分后的平均分`,
        `mean without the ${method.drop} highest and the ${method.drop} lowest`,
      )
    case 'median':
      return words('中位数', 'median')
    case 'standardised':
      return words(
        `按评委标准化（收缩系数 ${method.shrink}）`,
        `standardised by judge (shrinkage ${method.shrink})`,
      )
    case 'schulze':
      return words('舒尔茨法（两两比较）', 'Schulze (by pairs)')
  }
}

/** @param nameOf the criterion's name by its key */
export function tieStepWords(step: TieStep, nameOf: (key: string) => Words): Words {
  switch (step.by) {
    case 'criterion': {
      const { zh, en } = nameOf(step.criterion)
      return words(`“${zh}”平均分高者`, `the higher mean for “${en}”`)
    }
    case 'mean':
      return words('平均分高者', 'the higher mean')
    case 'median':
      return words('中位数高者', 'the higher median')
    case 'lowest-mark':
      return words('最低分较高者', 'the higher lowest mark')
    case 'votes':
      return words('网络票数多者', 'more votes')
    case 'submitted':
      return words('报送较早者', 'the earlier submission')
    case 'lot':
      return words('抽签（按公布的种子）', 'by lot (from the seed that is made known)')
  }
}
