import type { EntryKind } from '../../src/domain/kinds.ts'
import type { EntryFacts, FileFacts } from '../../src/domain/rules/index.ts'

/** Invented entries that keep every default rule of their kind; tests spoil them one thing at a time. */

export const now = new Date('2022-08-01T04:00:00Z')

export const file = (role: string, mimeType: string, more: Partial<FileFacts> = {}): FileFacts => ({
  role,
  mimeType,
  bytes: 3_000_000,
  ...more,
})

export const fullHd = { width: 1920, height: 1080 }

const common = {
  title: '车间里的光',
  summary: '一位虚构的青年工人在虚构的车间里成长的故事。',
  authors: [{ name: '测试作者甲', workplace: '示例机械厂' }],
  now,
}

const published = {
  originalDeclared: true,
  publishedUrl: 'https://example.org/news/1',
  publishedPlatform: '示例新闻网',
  publishedOn: '2022-07-01T00:00:00Z',
  unionMemberDeclared: true,
}

const screenshot = file('screenshot', 'image/png')

const commentary = (subtype: string, more: Partial<EntryFacts>): EntryFacts => ({
  ...common,
  kind: 'commentaries',
  subtype,
  theme: '劳动精神',
  themes: ['工会工作', '劳动精神', '职工关注', '社会热点'],
  fields: published,
  files: [screenshot],
  ...more,
})

export const commentaries = {
  text: commentary('text', { body: '评'.repeat(800) }),
  comic: commentary('comic', {
    body: '画'.repeat(100),
    files: [screenshot, file('comic', 'image/jpeg')],
  }),
  audio: commentary('audio', {
    files: [screenshot, file('audio', 'audio/mpeg', { durationSeconds: 150 })],
  }),
  video: commentary('video', {
    files: [screenshot, file('video', 'video/mp4', { durationSeconds: 200 })],
  }),
  h5: commentary('h5', {
    fields: { ...published, h5Url: 'https://example.org/h5', h5Screens: 8 },
  }),
}

const platformThemes = ['宣传教育', '就业服务', '维权帮扶', '技能提升', '商家优惠', '公共服务']

export const good: Record<EntryKind, EntryFacts> = {
  videos: {
    ...common,
    kind: 'videos',
    subtype: 'drama',
    theme: '匠心绝活',
    themes: ['建功新时代', '匠心绝活'],
    fields: {
      originalDeclared: true,
      noWatermarkDeclared: true,
      madeOn: '2022-05-01T00:00:00Z',
      durationSeconds: 470,
    },
    files: [file('video', 'video/mp4', { ...fullHd, durationSeconds: 470.2 })],
  },
  photos: {
    ...common,
    kind: 'photos',
    subtype: 'single',
    theme: '劳模风采',
    themes: ['劳模风采', '工匠技艺'],
    fields: {
      originalDeclared: true,
      noCompositeDeclared: true,
      takenAt: '2022-05-01T00:00:00Z',
      place: '南通（示例）',
    },
    files: [file('pictures', 'image/jpeg', { width: 4000, height: 3000 })],
  },
  recitations: {
    ...common,
    kind: 'recitations',
    subtype: 'recite',
    theme: '经典文学作品诵读',
    themes: ['新思想诵读', '经典文学作品诵读', '个人原创作品诵读'],
    fields: { originalDeclared: true, textSource: '《示例文集》' },
    files: [file('video', 'video/mp4', { ...fullHd, durationSeconds: 170 })],
  },
  commentaries: commentaries.text,
  cases: {
    ...common,
    kind: 'cases',
    theme: '法律维权',
    themes: ['入会服务', '法律维权'],
    fields: {
      originalDeclared: true,
      situation: '背景情况。',
      practice: '主要做法。',
      digitalFeatures: '线上办理。',
      results: '办理 320 件，满意率 98%。',
      demonstration: '可以推广。',
    },
    body: '案'.repeat(2500),
    files: [file('attachments', 'application/pdf')],
  },
  platforms: {
    ...common,
    kind: 'platforms',
    subtype: 'wechat',
    theme: '公共服务',
    themes: platformThemes,
    fields: {
      originalDeclared: true,
      address: '示例工会服务号',
      operator: '示例市总工会',
      launchedOn: '2020-01-01T00:00:00Z',
      services: ['就业服务', '技能提升'],
      registeredUsers: 12000,
      activeUsers: 3000,
      selfAssessment: [
        { indicator: '服务覆盖', fullMarks: 20, weight: 0.2, marks: 18, evidence: '见附表' },
      ],
    },
    files: [],
  },
}
