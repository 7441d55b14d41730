import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import * as files from '../harness/files.ts'
import { fetchFile, onDisk, ownTempFolder, send, upload } from '../harness/files.ts'
import { openScene } from '../harness/scene.ts'

let campaign: TestCampaign
beforeAll(async () => {
  ownTempFolder()
  campaign = await testCampaign()
  await openScene(campaign)
})
afterAll(() => campaign.close())

const rows = async () => (await campaign.sql('select count(*)::int from media'))[0].count

describe('what is taken', () => {
  test('a phone’s picture: copies upright, small and without place, camera and owner', async () => {
    const sent = await files.phoneJpeg()
    const seen = await sharp(sent).metadata()
    expect(seen).toMatchObject({ orientation: 6 })
    expect(seen.exif).toBeDefined()
    expect(seen.xmp).toBeDefined()
    const doc = await upload(campaign, 'yixing', sent)
    expect(doc.mimeType).toBe('image/jpeg')
    const original = await fetchFile(campaign, doc.filename, { as: 'yixing' })
    expect(original.bytes.equals(sent), 'the original is what was sent, byte for byte').toBe(true)
    for (const [name, longest] of [
      ['wide', 2560],
      ['card', 960],
      ['thumb', 320],
    ] as const) {
      const { bytes, headers } = await fetchFile(campaign, doc.sizes[name].filename, {
        as: 'yixing',
      })
      const facts = await sharp(bytes).metadata()
      expect(headers.get('content-type')).toBe('image/webp')
      expect(facts.format).toBe('webp')
      // Turned upright: what was 3,000 × 2,000 stands 2,000 × 3,000.
      expect(facts.height).toBe(longest)
      expect(facts.width).toBe(Math.round((longest * 2) / 3))
      expect(facts.orientation ?? 1).toBe(1)
      for (const part of ['exif', 'xmp', 'iptc'] as const) expect(facts[part], part).toBeUndefined()
      for (const word of ['Beispiel', 'somebody-invented', 'xmp-somebody', 'GPS']) {
        expect(bytes.includes(word), word).toBe(false)
      }
      const [top, bottom] = await Promise.all([0.2, 0.8].map((at) => colour(bytes, at)))
      // Orientation 6: the left half of what is stored is at the top.
      expect(top).toBe('red')
      expect(bottom).toBe('blue')
    }
  })

  test('a small picture gets copies too and is never made larger', async () => {
    const doc = await upload(campaign, 'yixing', await files.png({ width: 40, height: 30 }), {
      name: 'small.png',
      type: 'image/png',
    })
    for (const name of ['wide', 'card', 'thumb'] as const) {
      expect(doc.sizes[name]).toMatchObject({ width: 40, height: 30 })
      const { bytes } = await fetchFile(campaign, doc.sizes[name].filename, { as: 'yixing' })
      expect((await sharp(bytes).metadata()).format).toBe('webp')
    }
  })

  test('HEIC becomes JPEG', async () => {
    const doc = await upload(campaign, 'yixing', files.heic(), {
      name: 'IMG_1.HEIC',
      type: 'image/heic',
    })
    expect(doc).toMatchObject({ mimeType: 'image/jpeg', width: 64, height: 48 })
    expect(doc.filename).toMatch(/\.jpg$/)
    const { bytes } = await fetchFile(campaign, doc.filename, { as: 'yixing' })
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const brightness = (x: number) => data[(24 * info.width + x) * info.channels]!
    expect(brightness(10)).toBeLessThan(100)
    expect(brightness(54)).toBeGreaterThan(180)
  })

  test('CMYK becomes RGB in the copies', async () => {
    const doc = await upload(campaign, 'yixing', await files.cmykJpeg())
    const { bytes } = await fetchFile(campaign, doc.sizes.card.filename, { as: 'yixing' })
    expect((await sharp(bytes).metadata()).space).toBe('srgb')
  })

  test.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['WebP', files.webp, 'image/webp', 'webp'],
    ['MP4', files.mp4, 'video/mp4', 'mp4'],
    ['MP3', files.mp3, 'audio/mpeg', 'mp3'],
    ['PDF', files.pdf, 'application/pdf', 'pdf'],
    [
      'DOCX',
      files.docx,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'docx',
    ],
  ])('%s under a random name, the sender’s name beside it', async (_, make, type, extension) => {
    const bytes = await make()
    const name = `../../作品 ${extension}.${extension}`
    const doc = await upload(campaign, 'yixing', bytes, { name, type, data: { alt: '说明' } })
    expect(doc.mimeType).toBe(type)
    expect(doc.filename).toMatch(
      new RegExp(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.${extension}$`),
    )
    expect(doc).toMatchObject({ originalName: `作品 ${extension}.${extension}`, alt: '说明' })
    const fetched = await fetchFile(campaign, doc.filename, { as: 'yixing' })
    expect(fetched.bytes.equals(bytes)).toBe(true)
    expect(fetched.headers.get('x-content-type-options')).toBe('nosniff')
    const shown = /^(image|video|audio)/.test(type)
    expect(fetched.headers.get('content-disposition')).toBe(shown ? null : 'attachment')
  })

  test('a PNG called .jpg is a PNG', async () => {
    const doc = await upload(campaign, 'yixing', await files.png())
    expect(doc.mimeType).toBe('image/png')
    expect(doc.filename).toMatch(/\.png$/)
  })

  test('the copies of a large panorama stay within 2,560 pixels', async () => {
    const doc = await upload(campaign, 'yixing', await files.jpeg({ width: 6000, height: 500 }))
    expect(doc.sizes.wide).toMatchObject({ width: 2560, height: 213 })
  })
})

describe('what is refused leaves nothing behind', () => {
  const html = '<!doctype html><script>alert(1)</script>'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  test.each<[string, () => Buffer | Promise<Buffer>, string, string?]>([
    ['nothing at all', () => Buffer.alloc(0), 'file-type'],
    ['one pixel', () => files.jpeg({ width: 1, height: 1 }), 'picture-damaged'],
    ['a truncated picture', files.truncatedJpeg, 'picture-damaged'],
    ['a picture bomb', files.pictureBomb, 'picture-too-large', 'image/png'],
    ['an animated WebP', files.animatedWebp, 'picture-damaged', 'image/webp'],
    ['a GIF', files.gif, 'file-type', 'image/gif'],
    ['a TIFF', files.tiff, 'file-type', 'image/tiff'],
    ['an AVIF', files.avif, 'file-type', 'image/avif'],
    ['a program', files.program, 'file-type'],
    ['a ZIP', files.zip, 'file-type'],
    ['an HTML page', () => Buffer.from(html), 'file-type'],
    ['an SVG', () => Buffer.from(svg), 'file-type', 'image/svg+xml'],
    ['an SVG called JPEG', () => Buffer.from(svg), 'file-type'],
    ['a PDF called JPEG', files.pdf, 'file-not-what-it-claims'],
    ['an MP4 called JPEG', files.mp4, 'file-not-what-it-claims'],
    ['a JPEG called MP4', files.jpeg, 'file-not-what-it-claims', 'video/mp4'],
    ['a HEIC of nothing', () => files.heic().subarray(0, 200), 'picture-damaged', 'image/heic'],
    ['text', () => Buffer.from('only words'), 'file-type', 'text/plain'],
  ])('%s', async (_, make, code, type = 'image/jpeg') => {
    const before = { rows: await rows(), disk: onDisk() }
    const { status, body } = await send(campaign, 'yixing', await make(), { type })
    expect(status, JSON.stringify(body)).toBe(400)
    expect(body.errors[0].data.code).toBe(code)
    expect(body.errors[0].message).toMatch(/\p{Script=Han}.*\/.*[a-z]/u)
    expect({ rows: await rows(), disk: onDisk() }).toEqual(before)
  })

  test('a picture of a kind’s own limit: 60 MB', async () => {
    const before = { rows: await rows(), disk: onDisk() }
    const jpeg = await files.jpeg()
    const large = Buffer.concat([jpeg, Buffer.alloc(61 * 1024 ** 2)])
    const { status, body } = await send(campaign, 'yixing', large)
    expect(status).toBe(413)
    expect(body.errors[0].message).toMatch(/61\.0 MB.*60\.0 MB/)
    expect({ rows: await rows(), disk: onDisk() }).toEqual(before)
  })

  test.each([undefined, 'judge', 'supervisor', 'formerly'])('a file of %s', async (as) => {
    const before = { rows: await rows(), disk: onDisk() }
    const { status } = await send(campaign, as, await files.jpeg())
    expect([401, 403]).toContain(status)
    expect({ rows: await rows(), disk: onDisk() }).toEqual(before)
  })

  test('a file whose row cannot be written', async () => {
    const before = { rows: await rows(), disk: onDisk() }
    await campaign.sql(`create function refuse_file() returns trigger language plpgsql as $$
      begin raise exception 'made to fail' using errcode = 'XX000'; end $$`)
    await campaign.sql(
      'create trigger refuses before insert on media for each row execute function refuse_file()',
    )
    const { status } = await send(campaign, 'yixing', await files.jpeg())
    await campaign.sql('drop trigger refuses on media')
    expect(status).toBe(500)
    expect({ rows: await rows(), disk: onDisk() }).toEqual(before)
  })

  test('no uploads under way are left after all of this', () => {
    expect(onDisk().underWay).toEqual([])
  })
})

describe('what a caller says about a file', () => {
  test('is not believed: neither names, nor sizes, nor whose it is', async () => {
    const victim = await upload(campaign, 'suzhou', await files.phoneJpeg())
    const lies = {
      filename: victim.filename,
      mimeType: 'text/html',
      filesize: 1,
      width: 1,
      sizes: { wide: { filename: victim.filename }, thumb: { filename: victim.filename } },
      entryKind: 'articles',
      entryId: 1,
      status: 'published',
      open: true,
      createdBy: campaign.people.province!.id,
      unitPath: '000001',
      originalName: 'lie.html',
    }
    const mine = await upload(campaign, 'yixing', files.mp4(), {
      name: 'mine.mp4',
      type: 'video/mp4',
      data: lies,
    })
    const patched = await campaign.call('PATCH', `/media/${mine.id}?depth=0`, {
      as: 'yixing',
      body: { ...lies, alt: '改说明' },
    })
    expect(patched.status).toBe(200)
    const [row] = await campaign.sql('select * from media where id = $1', [mine.id])
    expect(row).toMatchObject({
      filename: mine.filename,
      mime_type: 'video/mp4',
      entry_id: null,
      status: null,
      open: false,
      created_by_id: campaign.people.yixing!.id,
      original_name: 'mine.mp4',
      alt: '改说明',
    })
    expect(JSON.stringify(row)).not.toContain(victim.filename)
    const stolen = await fetchFile(campaign, victim.filename, { as: 'yixing' })
    expect([403, 404]).toContain(stolen.status)
    expect((await campaign.call('DELETE', `/media/${mine.id}`, { as: 'yixing' })).status).toBe(200)
    expect((await fetchFile(campaign, victim.filename, { as: 'suzhou' })).status).toBe(200)
  })

  test('makes this program fetch nothing', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked++
      response.end('secret')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/inside.jpg`
    const own = await upload(campaign, 'yixing', await files.jpeg())
    const query = 'uploadEdits[crop][x]=1&uploadEdits[crop][y]=1&uploadEdits[widthInPixels]=10'
    const tries = [
      ['POST', `/media?${query}`, { filename: 'inside.jpg', url }],
      ['PATCH', `/media/${own.id}?${query}`, { filename: 'inside.jpg', url }],
      ['GET', `/media/paste-url?src=${encodeURIComponent(url)}`],
      ['GET', `/media/paste-url/${own.id}?src=${encodeURIComponent(url)}`],
    ] as const
    for (const [method, target, body] of tries) {
      const { status } = await campaign.call(method, target, { as: 'yixing', body })
      expect(status, target).toBeLessThan(500)
    }
    const form = new FormData()
    form.set('file', JSON.stringify({ filename: 'inside.jpg', url, clientUploadContext: { url } }))
    const { status } = await campaign.call('POST', '/media', { as: 'yixing', raw: form })
    expect(status).toBe(400)
    server.close()
    expect(asked).toBe(0)
  })

  test('never exchanges the file under a row', async () => {
    const own = await upload(campaign, 'yixing', await files.jpeg())
    const before = onDisk()
    const form = new FormData()
    form.set(
      'file',
      new File([new Uint8Array(await files.png())], 'other.png', { type: 'image/png' }),
    )
    form.set('_payload', '{}')
    const { status, body } = await campaign.call('PATCH', `/media/${own.id}`, {
      as: 'yixing',
      raw: form,
    })
    expect(status).toBe(400)
    expect(body.errors[0].data.code).toBe('file-fixed')
    expect(onDisk()).toEqual(before)
  })
})

async function colour(bytes: Buffer, at: number): Promise<string> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const [x, y] = [Math.floor(info.width / 2), Math.floor(info.height * at)]
  const place = (y * info.width + x) * info.channels
  return data[place]! > data[place + 2]! ? 'red' : 'blue'
}
