/**
 * The hours of the day as palettes: what the sky, the haze and the shadows of a picture are made
 * of.
 */

import type { Random } from '../random.ts'

export type Light = {
  name: 'dawn' | 'day' | 'dusk' | 'gold' | 'mist' | 'night'
  /** Sky from the top down to the horizon. */
  sky: readonly [string, string, string]
  /** Colour of the sun, the moon or the lamps. */
  glow: string
  /** What distance fades into. */
  haze: string
  /** The darkest shade of the foreground. */
  ink: string
  /** Light along the edges of things. */
  rim: string
  /** How much of a thing's own colour is seen: 1 by day, little against the light. */
  colour: number
}

export const lights: Record<Light['name'], Light> = {
  dawn: {
    name: 'dawn',
    sky: ['#34548c', '#c98aa0', '#ffd9a8'],
    glow: '#fff0c8',
    haze: '#e9b9a4',
    ink: '#1d2238',
    rim: '#ffd9b0',
    colour: 0.62,
  },
  day: {
    name: 'day',
    sky: ['#2f78c2', '#8cc0e6', '#e8f3f6'],
    glow: '#fffbe8',
    haze: '#c8dfea',
    ink: '#22364a',
    rim: '#ffffff',
    colour: 0.95,
  },
  gold: {
    name: 'gold',
    sky: ['#5f7fae', '#f3b25e', '#ffe6a3'],
    glow: '#fff3c0',
    haze: '#f2c27a',
    ink: '#2a1c1a',
    rim: '#ffdf9a',
    colour: 0.6,
  },
  dusk: {
    name: 'dusk',
    sky: ['#1b2450', '#8d3f6e', '#ff8a4c'],
    glow: '#ffd08a',
    haze: '#c9617a',
    ink: '#120f24',
    rim: '#ffad6b',
    colour: 0.42,
  },
  mist: {
    name: 'mist',
    sky: ['#7f98a3', '#b7c7c6', '#e6e9e0'],
    glow: '#fffdf0',
    haze: '#cdd8d4',
    ink: '#22333a',
    rim: '#f4f7ee',
    colour: 0.75,
  },
  night: {
    name: 'night',
    sky: ['#060b1e', '#10234a', '#274a78'],
    glow: '#ffe2a0',
    haze: '#1e3a66',
    ink: '#05080f',
    rim: '#9cc4ff',
    colour: 0.4,
  },
}

export const pickLight = (random: Random, names: readonly Light['name'][]) =>
  lights[random.pick(names)]
