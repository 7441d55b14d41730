import { AVCOL_TRC_ARIB_STD_B67, AVCOL_TRC_SMPTE2084 } from 'node-av/constants'
import type { Stream } from 'node-av/lib'
import type { Size } from '../domain/media/display.ts'
import { mostFramesASecond } from '../domain/media/renditions.ts'
import type { Looks } from './open-film.ts'

const turns = { 0: [], 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] }

/** The light of HDR films is brought down to what every screen shows. */
export function isHdr({ codecpar }: Stream): boolean {
  return codecpar.colorTrc === AVCOL_TRC_SMPTE2084 || codecpar.colorTrc === AVCOL_TRC_ARIB_STD_B67
}

/** From a film's pictures as they are stored to upright ones of this size, 8 bits, for every player. */
export function baseFilter(given: { stream: Stream; looks: Looks; size: Size }): string {
  const { stream, looks, size } = given
  const turned = looks.turn === 90 || looks.turn === 270
  const [width, height] = turned ? [size.height, size.width] : [size.width, size.height]
  const steps = [
    ...(looks.frameRate > mostFramesASecond ? [`fps=${mostFramesASecond}`] : []),
    // Made smaller before it is turned and toned: less to do.
    `scale=${width}:${height}:flags=bicubic`,
    'setsar=1',
    ...(isHdr(stream) ? hdrToSdr : []),
    'format=yuv420p',
    ...(looks.mirrored ? ['vflip'] : []),
    ...turns[looks.turn],
  ]
  return steps.join(',')
}

const hdrToSdr = [
  'zscale=transfer=linear:npl=100',
  'format=gbrpf32le',
  'zscale=primaries=bt709',
  'tonemap=tonemap=hable:desat=0',
  'zscale=transfer=bt709:matrix=bt709:range=limited',
]

/** A smaller copy of pictures that are upright and in order already. */
export const scaleFilter = ({ width, height }: Size): string =>
  `scale=${width}:${height}:flags=bicubic`
