import { translationsOf } from '../../admin/elements/translate.ts'
import { words } from '../../domain/words.ts'

/** What the content check says on screen, Chinese first. */
export const safetyTexts = {
  title: words('内容提示', 'Content check'),
  loading: words('正在读取……', 'Loading …'),
  notLoaded: words('没有读到内容提示，请重试', 'The content check could not be read; try again'),
  retry: words('重试', 'Try again'),
  waiting: words('报送后自动检查', 'Checked once submitted'),
  clean: words('没有命中词表', 'No word of the lists was found'),
  count: words('{{count}} 处', '{{count}}'),
  more: words('只列出前 {{shown}} 处', 'The first {{shown}} are listed'),
  from: words(
    '{{list}}（{{category}}，第 {{version}} 版）',
    '{{list}} ({{category}}, version {{version}})',
  ),
  outside: words('外部检测', 'Outside check'),
  outsideClean: words('外部检测没有提示', 'The outside check found nothing'),
  outsideWaiting: words('外部检测尚未完成', 'The outside check is not done yet'),
  outsideFailed: words('外部检测没有完成，请人工检查', 'The outside check failed; look yourself'),
  sure: words('把握 {{percent}}%', '{{percent}}% sure'),
  addresses: words('网址', 'Addresses'),
  addressesWaiting: words('尚未检查网址', 'The addresses were not looked at yet'),
} as const

export type SafetyKey = keyof typeof safetyTexts

export const safetyTranslations = translationsOf('safety', safetyTexts)
