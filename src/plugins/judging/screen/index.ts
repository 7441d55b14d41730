import type { Config } from 'payload'
import { withPage, withTexts } from '../../../hooks/extend.ts'
import { screenTranslations } from './texts.ts'

/** Adds the page `/admin/judging`, where judges work. */
export const withJudgingScreen = (config: Config): Config =>
  withPage({ ...config, i18n: withTexts(config.i18n, screenTranslations) }, 'judging', {
    component: '/src/plugins/judging/screen/JudgingView.tsx#JudgingView',
    path: '/judging',
    title: '专家评审',
  })
