import { translationsOf } from '../../admin/elements/translate.ts'
import { words } from '../../domain/words.ts'

/** What the comparison of works says on screen, Chinese first. */
export const likenessTexts = {
  title: words('查重', 'Similar works'),
  loading: words('正在读取……', 'Loading …'),
  notLoaded: words('没有读到查重结果，请重试', 'The comparison could not be read; try again'),
  retry: words('重试', 'Try again'),
  waiting: words(
    '报送后自动与历年全部作品比对',
    'Compared with all works of all years once submitted',
  ),
  none: words('没有发现相似的作品', 'No similar work was found'),
  toLook: words('{{count}} 处待核对', '{{count}} to look at'),
  allLooked: words('均已核对', 'All looked at'),
  showAll: words('显示全部 {{count}} 处', 'Show all {{count}}'),
  compare: words('并排核对', 'Compare side by side'),
  look: words('核对：{{what}}', 'Compare: {{what}}'),
  thisWork: words('本作品', 'This work'),
  otherWork: words('相似作品', 'Similar work'),
  open: words('打开这件作品', 'Open this work'),
  hidden: words('不在您的管理范围内，只显示编号', 'Not in your scope: only its number is shown'),
  noPicture: words('没有可以显示的画面', 'There is no picture to show'),
  same: words('相同', 'The same'),
  different: words('不同', 'Different'),
  note: words('说明（选填）', 'Note (optional)'),
  saidSame: words('{{who}} 认定为相同', 'The same, says {{who}}'),
  saidDifferent: words('{{who}} 认定为不同', 'Different, says {{who}}'),
  verdictHint: words(
    '只作记录，供以后的审核参考，不会改变作品的状态',
    'Kept for later reviews; it does not change where the work stands',
  ),
  cancel: words('取消', 'Cancel'),
  noAnswer: words('服务器没有应答，请重试', 'The server did not answer; try again'),
} as const

export type LikenessKey = keyof typeof likenessTexts

export const likenessTranslations = translationsOf('likeness', likenessTexts)
