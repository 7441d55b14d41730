import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryKindList } from '../../src/domain/kinds.ts'
import { bodyOf, escaped } from '../../src/domain/showcase/body.ts'
import { campaignDocument, trackDocument } from '../../src/domain/showcase/documents.ts'
import { entryRow } from '../../src/domain/showcase/entry.ts'
import { coverOf, shownFile, type StoredFile } from '../../src/domain/showcase/media.ts'
import { bodySections, publicFields } from '../../src/domain/showcase/public-fields.ts'
import { dayOrNull, instantOrNull, numberOrNull } from '../../src/domain/showcase/values.ts'

const copy = (name: string, width: number) => ({
  ...{ filename: name, mimeType: 'image/webp', bytes: width * 10, width, height: width },
})
const picture: StoredFile = {
  ...{ id: 1, alt: ' ', filename: 'original.jpg', mimeType: 'image/jpeg', bytes: 9e6 },
  ...{ width: 6000, height: 6000 },
  sizes: { wide: copy('w.webp', 2560), card: copy('c.webp', 960), thumb: copy('t.webp', 320) },
}

describe('a file', () => {
  it('of a picture is its copies, never the original', () => {
    const shown = shownFile('cover', picture)!
    expect(shown.files.map(({ name }) => name)).toEqual(['w.webp', 'c.webp', 't.webp'])
    expect(shown.item).toEqual({
      ...{ role: 'cover', type: 'image', mimeType: 'image/webp', url: '/v1/media/w.webp' },
      ...{ width: 2560, height: 2560, bytes: 25600, alt: null },
      sizes: {
        wide: { url: '/v1/media/w.webp', width: 2560, height: 2560, blurhash: null },
        card: { url: '/v1/media/c.webp', width: 960, height: 960, blurhash: null },
        thumb: { url: '/v1/media/t.webp', width: 320, height: 320, blurhash: null },
      },
      ...{ blurhash: null, colour: null, durationSeconds: null },
      ...{ renditions: [], poster: null, waveform: null },
    })
    expect(JSON.stringify(shown)).not.toContain('original')
  })

  it('of a picture that is ready says its colour and what it looks like blurred', () => {
    const facts = {
      blurhash: 'LEHV6nWB2yk8',
      colour: '#b91c1c',
      camera: 'a camera',
      hasPlace: true,
    }
    const ready = { durationSeconds: null, facts, renditions: [] }
    const { item } = shownFile('cover', { ...picture, ready })!
    expect(item).toMatchObject({ blurhash: 'LEHV6nWB2yk8', colour: '#b91c1c' })
    expect(JSON.stringify(item)).not.toMatch(/camera|hasPlace/)
    expect(coverOf([item])).toMatchObject({ url: '/v1/media/c.webp', blurhash: 'LEHV6nWB2yk8' })
  })

  const film: StoredFile = {
    ...{ id: 2, alt: null, filename: 'original.mov', mimeType: 'video/quicktime', bytes: 9e7 },
    ...{ width: 1920, height: 1080, sizes: {} },
  }
  const form = (name: '720p' | '1080p' | 'poster', filename: string, mimeType = 'video/mp4') => ({
    ...{ name, filename, mimeType, bytes: 1000, width: 1280, height: 720, durationSeconds: 61.5 },
  })
  const facts = { videoCodec: 'hevc' }
  const renditions = [
    form('1080p', 'large.mp4'),
    form('720p', 'small.mp4'),
    form('poster', 'poster.webp', 'image/webp'),
  ]

  it('of a film is itself until it is ready, then its renditions, the small one first', () => {
    const before = shownFile('video', film)!
    expect(before.item).toMatchObject({
      url: '/v1/media/original.mov',
      renditions: [],
      poster: null,
    })
    expect(before.files).toEqual([{ name: 'original.mov', type: 'video/quicktime', bytes: 9e7 }])
    const { item, files } = shownFile('video', {
      ...film,
      ready: { durationSeconds: 61.5, facts, renditions },
    })!
    expect(item).toMatchObject({ url: '/v1/media/small.mp4', mimeType: 'video/mp4', width: 1280 })
    expect(item.durationSeconds).toBe(61.5)
    expect(item.renditions.map(({ name, url }) => [name, url])).toEqual([
      ['720p', '/v1/media/small.mp4'],
      ['1080p', '/v1/media/large.mp4'],
    ])
    expect(item.poster).toMatchObject({ url: '/v1/media/poster.webp', width: 1280, height: 720 })
    expect(files.map(({ name }) => name)).toEqual(['small.mp4', 'large.mp4', 'poster.webp'])
    expect(JSON.stringify([item, files])).not.toMatch(/original|hevc|fileName/)
    expect(coverOf([item])).toEqual(item.poster)
  })

  it('that a participant sent is never the file itself', () => {
    expect(shownFile('video', { ...film, isFromOutside: true })).toBeNull()
    const ready = { durationSeconds: 61.5, facts, renditions: [] }
    expect(shownFile('video', { ...film, isFromOutside: true, ready })).toBeNull()
    expect(shownFile('cover', { ...picture, isFromOutside: true })).not.toBeNull()
  })

  it('of a sound has its waveform, as numbers and as a picture', () => {
    const sound = {
      ...film,
      ...{ filename: 'o.mp3', mimeType: 'audio/mpeg', width: null, height: null },
      ready: {
        durationSeconds: 61.5,
        facts: { waveform: [0, 100] },
        renditions: [
          {
            ...form('720p', 'a.m4a', 'audio/mp4'),
            name: 'audio' as const,
            width: null,
            height: null,
          },
          { ...form('poster', 'w.webp', 'image/webp'), name: 'waveform' as const },
        ],
      },
    }
    expect(shownFile('audio', sound)!.item).toMatchObject({
      ...{ type: 'audio', url: '/v1/media/a.m4a', waveform: [0, 100], width: null },
      poster: { url: '/v1/media/w.webp' },
    })
  })

  it('of a picture that lacks a copy shows the next larger one in its place', () => {
    const { card: _, ...sizes } = picture.sizes
    expect(shownFile('cover', { ...picture, sizes })?.item.sizes?.card.url).toBe('/v1/media/w.webp')
    const thumb = { ...copy('t.webp', 320), filename: null }
    const shown = shownFile('cover', { ...picture, sizes: { ...picture.sizes, thumb } })!
    expect(shown.item.sizes?.thumb.url).toBe('/v1/media/c.webp')
    expect(shown.files.map(({ name }) => name)).toEqual(['w.webp', 'c.webp'])
  })

  it.each([
    ['a picture without copies', { ...picture, sizes: {} }],
    ['a document', { ...picture, mimeType: 'application/pdf' }],
    ['a type that is not taken', { ...picture, mimeType: 'text/html' }],
    ['a film without a name', { ...picture, mimeType: 'video/mp4', filename: null }],
  ])('that is %s is not shown', (_, file) => expect(shownFile('cover', file)).toBeNull())
})

describe('a body', () => {
  it('of a case has its sections under their headings, without the empty ones', () => {
    expect(bodyOf('cases', { situation: '一\r\n\r\n二', results: ' ', practice: '<三>' })).toEqual({
      html: '<h2>背景情况</h2><p>一</p><p>二</p><h2>主要做法</h2><p>&#60;三&#62;</p>',
      text: '背景情况\n一\r\n\r\n二\n\n主要做法\n<三>',
    })
  })

  it('is null where there is no text', () => {
    for (const kind of entryKindList) expect(bodyOf(kind, { body: null, situation: '' })).toBeNull()
  })

  it('never lets a tag out of a text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'p', '/', '\n', ' ') }),
        (body) => {
          const html = bodyOf('commentaries', { body })?.html ?? ''
          expect(html.replaceAll(/<\/?p>/g, '')).not.toMatch(/[<>"']/)
          expect(escaped(body)).not.toMatch(/[<>"']/)
        },
      ),
    )
  })

  it('is made of public fields only', () => {
    for (const kind of entryKindList) {
      for (const { name } of bodySections[kind]) expect(publicFields[kind]).toHaveProperty(name)
    }
  })
})

describe('a stored value', () => {
  it('of a day is the day in Shanghai', () => {
    expect(dayOrNull('2022-06-06T16:00:00.000Z')).toBe('2022-06-07')
    expect(dayOrNull('2022-06-06T15:59:59.999Z')).toBe('2022-06-06')
    expect([dayOrNull(null), dayOrNull('soon'), instantOrNull(undefined)]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('of a number may come as text', () => {
    expect([numberOrNull('8.5'), numberOrNull(0), numberOrNull(''), numberOrNull('x')]).toEqual([
      8.5,
      0,
      null,
      null,
    ])
  })
})

describe('a row', () => {
  const source = {
    track: { id: 1, slug: 'photography', title: '摄影', campaign: '2022' },
    unit: { id: 2, name: '单位' },
    media: new Map([[1, picture]]),
  }
  const entry = {
    ...{ id: 7, publicId: '2022-PHO-000007', publishedAt: '2022-07-01T00:00:00.000Z' },
    ...{ title: '炉火', unitPath: '000001000002', authors: null, pictures: [1, 99], cover: null },
  }

  it('takes its first picture for a cover when it has none', () => {
    const { card, document, files } = entryRow({ ...source, kind: 'photos', entry })
    expect(card.cover).toEqual({ url: '/v1/media/c.webp', width: 960, height: 960, blurhash: null })
    expect(document.media).toHaveLength(1)
    expect(files).toHaveLength(3)
    const both = entryRow({ ...source, kind: 'photos', entry: { ...entry, cover: 1 } })
    expect(both.document.media.map(({ role }) => role)).toEqual(['cover', 'pictures'])
    expect(both.files).toHaveLength(3)
  })

  it('is refused for what has no number or date', () => {
    for (const missing of [{ publicId: null }, { publishedAt: null }]) {
      expect(() =>
        entryRow({ ...source, kind: 'photos', entry: { ...entry, ...missing } }),
      ).toThrow('photos 7')
    }
  })

  it('holds no field that is not named', () => {
    const more = { ...entry, phone: '1', status: 'published', originalDeclared: true, secret: 'x' }
    const { document } = entryRow({ ...source, kind: 'photos', entry: more })
    expect(Object.keys(document).sort()).toEqual(
      [
        ...['authors', 'body', 'cover', 'id', 'kind', 'media', 'place', 'publishedAt', 'subtype'],
        ...['summary', 'takenAt', 'theme', 'title', 'track', 'unit'],
      ].sort(),
    )
  })
})

describe('a document', () => {
  const campaign = {
    ...{ id: 1, slug: '2022', title: '活动', year: 2022, createdAt: '2026-01-01T00:00:00.000Z' },
    phases: [
      { key: 'collect' as const, from: '2022-06-06T16:00:00.000Z', to: '2022-09-30T16:00:00.000Z' },
    ],
  }

  it('of a campaign is sorted by its year', () => {
    const { sortAt, card } = campaignDocument(campaign)
    expect(sortAt).toBe('2022-01-01T00:00:00.000Z')
    expect(card).toMatchObject({
      organisers: [],
      noticeDate: null,
      phases: [{ title: null, does: null }],
      terms: null,
    })
    const terms = { version: '2022-1', text: ' ' }
    expect(campaignDocument({ ...campaign, terms }).card.terms).toEqual({
      version: '2022-1',
      text: null,
    })
    const none = { version: '', text: '须知' }
    expect(campaignDocument({ ...campaign, terms: none }).card.terms).toBeNull()
  })

  it('of a track has the times that are in force, and its hosts by name', () => {
    const track = {
      ...{
        id: 2,
        slug: 'photography',
        kind: 'photos',
        title: '摄影',
        scope: 'province',
        host: 5,
        coHosts: [6],
      },
      ...{
        createdAt: campaign.createdAt,
        rules: [{ rule: 'title-length', severity: 'warning', maximum: 30 }],
      },
      windows: { collect: { to: '2022-10-31T16:00:00.000Z' }, judge: null },
    }
    const unitNames = new Map([
      [5, '甲'],
      [6, '乙'],
    ])
    const said = { zh: '标题 2–30 字', en: 'Title: 2–30 characters' }
    const changes = [{ at: campaign.createdAt, removed: [said], added: [] }]
    const { card, document } = trackDocument({ track, campaign, unitNames, changes })
    expect(card).toMatchObject({ perPersonLimit: null })
    expect(card).not.toHaveProperty('changes')
    expect(document.changes).toEqual(changes)
    expect(card).toMatchObject({
      ...{ campaign: '2022', host: '甲', coHosts: ['乙'], subtitle: null },
      windows: [
        { key: 'collect', from: '2022-06-06T16:00:00.000Z', to: '2022-10-31T16:00:00.000Z' },
      ],
    })
    expect(document.call).toEqual({
      zh: [expect.stringMatching(/30.*（建议）/)],
      en: [expect.stringContaining('(recommended)')],
    })
  })
})
