/** From what the plan asks for to a file's bytes. Clips and sounds are made once and kept in a folder. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { clipSeconds, soundSeconds, type Making } from './contents.ts'
import type { SceneName } from './art/scenes/index.ts'
import {
  makeComic,
  makePhoneShow,
  makePicture,
  makePoster,
  makeQrCode,
  makeScreenshot,
} from './pictures.ts'
import { makeSound } from './sound.ts'
import { makeVideo } from './video.ts'

export type MadeFile = { data: Buffer; extension: string; mimeType: string }
export type MakeFile = (making: Making) => Promise<MadeFile>

/**
 * @param cacheDir absolute; holds the distinct clips and sounds between runs
 * @param scale of pictures' sides: 1 for the demo, less for a test that is to be quick
 */
export function fileMaker({ cacheDir, scale = 1 }: { cacheDir: string; scale?: number }): MakeFile {
  const kept = new Map<string, Promise<Buffer>>()
  const once = (name: string, make: () => Promise<Buffer>) => {
    const known = kept.get(name) ?? fromCache(path.join(cacheDir, name), make)
    kept.set(name, known)
    return known
  }
  const sized = (pixels: number) => Math.round(pixels * scale)

  return async (making) => {
    switch (making.what) {
      case 'picture':
        return jpeg(
          await makePicture({
            ...making,
            width: sized(making.width),
            height: sized(making.height),
          }),
        )
      case 'poster':
        return jpeg(await makePoster({ ...making, width: sized(1120), height: sized(630) }))
      case 'comic':
        return jpeg(await makeComic(making))
      case 'phone':
        return jpeg(await makePhoneShow(making))
      case 'screenshot':
        return jpeg(await makeScreenshot(making.page))
      case 'qr':
        return jpeg(await makeQrCode(making))
      case 'clip': {
        const { index } = making
        const data = await once(`clip-${index}.mp4`, () => clip(index))
        return { data, extension: 'mp4', mimeType: 'video/mp4' }
      }
      case 'sound': {
        const { index } = making
        const seconds = soundSeconds(index)
        const data = await once(`sound-${index}.mp3`, () =>
          makeSound({ seed: `${index}`, seconds }),
        )
        return { data, extension: 'mp3', mimeType: 'audio/mpeg' }
      }
    }
  }
}

const jpeg = (data: Buffer): MadeFile => ({ data, extension: 'jpg', mimeType: 'image/jpeg' })

const clipScenes: SceneName[][] = [
  ['welding', 'gears', 'furnace'],
  ['harbour', 'shipyard', 'nightshift'],
  ['wheat', 'tea', 'riverside'],
  ['loom', 'pottery', 'reading'],
  ['medical', 'courier', 'railway'],
  ['powerline', 'wind', 'bridge'],
  ['laboratory', 'robots', 'bridge'],
]

async function clip(index: number): Promise<Buffer> {
  const scenes = clipScenes[index % clipScenes.length]!
  const stills = await Promise.all(
    scenes.map((scene) =>
      makePicture({ scene, seed: `clip/${index}/${scene}`, width: 1600, height: 720 }),
    ),
  )
  return makeVideo({ seed: `clip/${index}`, seconds: clipSeconds(index), stills })
}

async function fromCache(file: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = await readFile(file).catch(() => undefined)
  if (known) return known
  const made = await make()
  await mkdir(path.dirname(file), { recursive: true })
  // Written aside and renamed: a run that is cut off leaves no half file.
  const aside = `${file}.${process.pid}`
  await writeFile(aside, made)
  await rename(aside, file)
  return made
}
