import { open } from 'node:fs/promises'
import { refuse } from './refuse.ts'

/**
 * Every box of an MP4 or MOV says how long it is: one that goes beyond the file's end was cut off, and
 * without its index (`moov`, which recorders write last) there is nothing to play.
 */
export async function checkBoxes(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(16)
    let moov = false
    for (let at = 0; at + 8 <= size;) {
      head.fill(0)
      await file.read(head, 0, 16, at)
      moov ||= head.toString('latin1', 4, 8) === 'moov'
      const short = head.readUInt32BE(0)
      // 0: to the end of the file; 1: the length follows in 64 bits.
      if (short === 0) break
      const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short
      if (length < 8 || at + length > size) return refuse('film-damaged')
      at += length
    }
    if (!moov) return refuse('film-damaged')
  } finally {
    await file.close()
  }
}
