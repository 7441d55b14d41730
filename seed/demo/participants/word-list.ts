/** A short word list for the demo: harmless words, as nobody wants to read a real one here. */
export const demoWords = {
  title: '演示词表：拉票与广告',
  category: '拉票与广告',
  words: ['加微信', '刷票', '代投票', '最佳平台', '全网第一'].join('\n'),
} as const
