import { stat } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { MadeFile } from '../domain/media/made.ts'

const [width, height] = [1280, 720]
const margin = 80

/** A picture for lists of a work that is only heard: its waveform, in the campaign's red on warm white. */
export async function drawWaveform(bars: readonly number[], folder: string): Promise<MadeFile> {
  const step = (width - 2 * margin) / bars.length
  const drawn = bars.map((bar, index) => {
    const tall = Math.max(6, (bar / 100) * (height - 4 * margin))
    const [x, y] = [margin + index * step, (height - tall) / 2]
    const wide = Math.max(2, step * 0.6)
    return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${wide.toFixed(1)}" height="${tall.toFixed(1)}" rx="${(wide / 2).toFixed(1)}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fdf6f0"/><g fill="#b91c1c">${drawn.join('')}</g></svg>`
  const file = path.join(folder, 'waveform.webp')
  await sharp(Buffer.from(svg)).webp({ quality: 80 }).toFile(file)
  const { size: bytes } = await stat(file)
  const made = { name: 'waveform' as const, path: file, mimeType: 'image/webp', bytes }
  return { ...made, width, height, durationSeconds: null }
}
