import { words, type Words } from '../../words.ts'
import type {
  CarryOver,
  EqualAtLine,
  Method,
  RoundKind,
  ScoresShown,
  TieStep,
  VoteBlend,
} from './types.ts'

type Named<Key extends string> = Record<Key, Words>

const equalAtLine: Named<EqualAtLine> = {
  'by-hand': words('由评委会决定', 'The jury decides'),
  'all-in': words('全部通过', 'All of them pass'),
  'all-out': words('均不通过', 'None of them passes'),
}

/** What a form calls the choices of a round, in the order in which it offers them. */
export const roundChoices = {
  kind: {
    score: words('按评分项打分', 'Marks for each criterion'),
    qualify: words('通过或不通过', 'Yes or no'),
    rank: words('排出名次', 'An order of the works'),
  } satisfies Named<RoundKind>,
  scoresShown: {
    never: words('始终不可见', 'Never'),
    'after-own': words(
      '本人提交后（提交后不能再改）',
      'After handing in one’s own, which then stand',
    ),
    'after-close': words('评审结束后', 'After the close'),
  } satisfies Named<ScoresShown>,
  method: {
    mean: words('平均分', 'Mean'),
    'trimmed-mean': words('去掉最高分和最低分后的平均分', 'Mean without the highest and lowest'),
    median: words('中位数', 'Median'),
    standardised: words('按评委标准化（消除手松手紧）', 'Standardised by judge'),
    schulze: words('舒尔茨法（两两比较）', 'Schulze (by pairs)'),
  } satisfies Named<Method['kind']>,
  votePoints: {
    'share-of-top': words('票数 ÷ 最高票数 × 100', 'Votes ÷ the most votes × 100'),
    'by-place': words('按票数名次折算', 'By place among the votes'),
  } satisfies Named<VoteBlend['points']>,
  tieBreak: {
    criterion: words('某评分项平均分高者', 'The higher mean for a criterion'),
    mean: words('平均分高者', 'The higher mean'),
    median: words('中位数高者', 'The higher median'),
    'lowest-mark': words('最低分较高者', 'The higher lowest mark'),
    votes: words('网络票数多者', 'More votes'),
    submitted: words('报送较早者', 'The earlier submission'),
    lot: words('抽签（按公布的种子）', 'By lot'),
  } satisfies Named<TieStep['by']>,
  carryOver: {
    none: words('不晋级（最后一轮）', 'Nobody: this is the last round'),
    top: words('名次靠前的若干件', 'The first so many'),
    threshold: words('达到分数线的', 'Those with so many points'),
    'by-hand': words('逐件决定', 'By decision, work by work'),
  } satisfies Named<CarryOver['kind']>,
  equalAtLine,
} as const
