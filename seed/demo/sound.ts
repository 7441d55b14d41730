/**
 * Short melodies, composed and synthesised here: a plucked voice over soft chords in a pentatonic scale.
 *
 * `makeSound({ seed, seconds })` → an MP3; `samplesOf` → the bare samples, for the sound of a clip.
 */
import { encode, soundRate } from './encoding.ts'
import { createRandom, type Random } from './random.ts'

/** @returns an MP3 of about that length (whole frames of 26 ms); equal seeds give equal melodies */
export async function makeSound({
  seed,
  seconds,
}: {
  seed: string
  seconds: number
}): Promise<Buffer> {
  return encode({ samples: samplesOf({ seed, seconds }), seconds })
}

/** Interleaved 16-bit stereo at 44.1 kHz, faded in and out. */
export function samplesOf({ seed, seconds }: { seed: string; seconds: number }): Int16Array {
  const random = createRandom(`sound/${seed}`)
  const length = Math.round(seconds * soundRate)
  const left = new Float32Array(length)
  const right = new Float32Array(length)
  const root = 220 * 2 ** (random.integer(-3, 4) / 12)
  const beat = random.between(0.42, 0.56)
  chords({ random: random.fork('chords'), root, beat, left, right })
  melody({ random: random.fork('melody'), root, beat, left, right })
  return interleaved(left, right)
}

type Score = { random: Random; root: number; beat: number; left: Float32Array; right: Float32Array }

const scale = [0, 2, 4, 7, 9, 12, 14, 16, 19]
const roots = [0, -3, -5, -7]
const tone = (root: number, semitones: number) => root * 2 ** (semitones / 12)

function melody({ random, root, beat, left, right }: Score): void {
  let step = 4
  for (let at = beat; at * soundRate < left.length;) {
    const length = random.pick([0.5, 1, 1, 1.5, 2]) * beat
    if (!random.chance(0.12)) {
      step = Math.min(Math.max(step + random.integer(-2, 2), 0), scale.length - 1)
      pluck({ left, right, at, pitch: tone(root, scale[step]!), pan: random.between(0.35, 0.65) })
    }
    at += length
  }
}

function chords({ random, root, beat, left, right }: Score): void {
  const bar = beat * 8
  for (let at = 0, index = 0; at * soundRate < left.length; at += bar, index++) {
    const base = roots[(index + random.integer(0, 1)) % roots.length]!
    for (const [voice, interval] of [-12, 0, 7].entries()) {
      swell({
        left,
        right,
        at,
        length: bar,
        pitch: tone(root, base + interval),
        pan: 0.3 + voice * 0.2,
      })
    }
  }
}

type Note = { left: Float32Array; right: Float32Array; at: number; pitch: number; pan: number }

/** A string that is plucked: overtones die away the sooner the higher they are. */
function pluck({ left, right, at, pitch, pan }: Note): void {
  const start = Math.round(at * soundRate)
  const end = Math.min(start + Math.round(1.6 * soundRate), left.length)
  for (let i = start; i < end; i++) {
    const t = (i - start) / soundRate
    const rise = Math.min(t / 0.006, 1)
    let value = 0
    for (let overtone = 1; overtone <= 4; overtone++) {
      value +=
        (Math.sin(2 * Math.PI * pitch * overtone * t) * Math.exp(-t * 2.6 * overtone)) / overtone
    }
    const level = value * rise * 0.2
    left[i]! += level * (1 - pan)
    right[i]! += level * pan
  }
}

function swell({ left, right, at, length, pitch, pan }: Note & { length: number }): void {
  const start = Math.round(at * soundRate)
  const count = Math.round(length * soundRate)
  for (let i = 0; i < count && start + i < left.length; i++) {
    const t = i / soundRate
    const shape = Math.sin((Math.PI * i) / count) ** 0.7
    const level =
      (Math.sin(2 * Math.PI * pitch * t) + Math.sin(2 * Math.PI * pitch * 1.003 * t)) * shape * 0.05
    left[start + i]! += level * (1 - pan)
    right[start + i]! += level * pan
  }
}

function interleaved(left: Float32Array, right: Float32Array): Int16Array {
  const fade = Math.min(soundRate, left.length / 2)
  const out = new Int16Array(left.length * 2)
  for (let i = 0; i < left.length; i++) {
    const gain = Math.min(i / fade, (left.length - i) / fade, 1) * 32_000
    out[i * 2] = Math.tanh(left[i]! * 1.6) * gain
    out[i * 2 + 1] = Math.tanh(right[i]! * 1.6) * gain
  }
  return out
}
