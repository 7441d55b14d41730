/** What people wear at their work. */

import type { Headgear } from './head.ts'

export type Wear = {
  top: string
  trousers: string
  headgear: Headgear
  headColour?: string
  /** Waistcoat with reflecting bands over the top. */
  vest?: string
  /** One overall from hood to boots, with coloured seams (protective suit, clean-room suit). */
  suit?: { colour: string; seam: string }
  apron?: string
  mask?: boolean
}

export const wears = {
  builder: {
    top: '#2f5d93',
    trousers: '#27405f',
    headgear: 'helmet',
    headColour: '#f2b632',
    vest: '#ff8a1f',
  },
  engineer: {
    top: '#e9edf0',
    trousers: '#34465c',
    headgear: 'helmet',
    headColour: '#f4f6f7',
    vest: '#d8e63a',
  },
  docker: { top: '#f0742a', trousers: '#1f3658', headgear: 'helmet', headColour: '#e23b2e' },
  welder: {
    top: '#5a6470',
    trousers: '#3d4650',
    headgear: 'visor',
    headColour: '#20262c',
    apron: '#8a5a36',
  },
  steelman: { top: '#b9bfc4', trousers: '#9aa2a8', headgear: 'helmet', headColour: '#d9dde0' },
  weaver: {
    top: '#f3f0ea',
    trousers: '#54627a',
    headgear: 'cap',
    headColour: '#f7f4ef',
    apron: '#c9546a',
    mask: true,
  },
  farmer: { top: '#e6e1d2', trousers: '#46546a', headgear: 'straw', headColour: '#d9b25c' },
  picker: {
    top: '#b8404a',
    trousers: '#2d3b58',
    headgear: 'straw',
    headColour: '#e0c078',
    apron: '#2f5f86',
  },
  medic: {
    top: '#ffffff',
    trousers: '#ffffff',
    headgear: 'hood',
    headColour: '#ffffff',
    suit: { colour: '#f4f8fb', seam: '#3b8fd0' },
    mask: true,
  },
  cleanroom: {
    top: '#ffffff',
    trousers: '#ffffff',
    headgear: 'hood',
    headColour: '#ffffff',
    suit: { colour: '#eef6fb', seam: '#a9c6d8' },
    mask: true,
  },
  courier: { top: '#ffb400', trousers: '#22262e', headgear: 'helmet', headColour: '#ffb400' },
  lineman: {
    top: '#27608f',
    trousers: '#234c72',
    headgear: 'helmet',
    headColour: '#2f7fd0',
    vest: '#e8e23a',
  },
  railman: {
    top: '#24466f',
    trousers: '#24466f',
    headgear: 'helmet',
    headColour: '#f5d23c',
    vest: '#ff7a1a',
  },
  plain: { top: '#4d7ea8', trousers: '#39465a', headgear: 'hair', headColour: '#23201f' },
  warm: { top: '#c8574a', trousers: '#3b3f55', headgear: 'hair', headColour: '#2a2220' },
  potter: {
    top: '#77808a',
    trousers: '#3f4650',
    headgear: 'hair',
    headColour: '#3a3634',
    apron: '#9a7a55',
  },
} satisfies Record<string, Wear>
