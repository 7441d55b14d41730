import type { Config } from 'payload'
import { withTexts } from '../../../hooks/extend.ts'
import { screenTranslations } from './texts.ts'

/** Adds the page `/admin/judging`, where judges work. */
export function withJudgingScreen(config: Config): Config {
  const { admin } = config
  return {
    ...config,
    i18n: withTexts(config.i18n, screenTranslations),
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        views: {
          ...admin?.components?.views,
          judging: {
            Component: '/src/plugins/judging/screen/JudgingView.tsx#JudgingView',
            path: '/judging',
            exact: true,
            meta: { title: '专家评审' },
          },
        },
      },
    },
  }
}
