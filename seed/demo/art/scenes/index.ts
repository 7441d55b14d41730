/**
 * The twenty scenes, the hours each looks good at, and which of them tell a theme of the campaign.
 */

import type { Light } from '../light.ts'
import type { Scene } from '../stage.ts'
import { bridge } from './bridge.ts'
import { courier } from './courier.ts'
import { furnace } from './furnace.ts'
import { gears } from './gears.ts'
import { harbour } from './harbour.ts'
import { laboratory } from './laboratory.ts'
import { loom } from './loom.ts'
import { medical } from './medical.ts'
import { nightshift } from './nightshift.ts'
import { pottery } from './pottery.ts'
import { powerline } from './powerline.ts'
import { railway } from './railway.ts'
import { reading } from './reading.ts'
import { riverside } from './riverside.ts'
import { robots } from './robots.ts'
import { shipyard } from './shipyard.ts'
import { tea } from './tea.ts'
import { welding } from './welding.ts'
import { wheat } from './wheat.ts'
import { wind } from './wind.ts'

type Entry = { scene: Scene; lights: readonly Light['name'][] }

const OPEN: readonly Light['name'][] = ['dawn', 'day', 'gold', 'dusk', 'mist']

export const scenes = {
  bridge: { scene: bridge, lights: OPEN },
  courier: { scene: courier, lights: ['night'] },
  furnace: { scene: furnace, lights: ['dusk'] },
  gears: { scene: gears, lights: ['gold'] },
  harbour: { scene: harbour, lights: OPEN },
  laboratory: { scene: laboratory, lights: ['day'] },
  loom: { scene: loom, lights: ['day', 'mist', 'gold'] },
  medical: { scene: medical, lights: ['day', 'mist', 'gold', 'dawn'] },
  nightshift: { scene: nightshift, lights: ['night', 'night', 'dusk'] },
  pottery: { scene: pottery, lights: ['gold'] },
  powerline: { scene: powerline, lights: OPEN },
  railway: { scene: railway, lights: ['dawn', 'day', 'gold', 'mist', 'dusk'] },
  reading: { scene: reading, lights: ['gold'] },
  riverside: { scene: riverside, lights: ['dawn', 'day', 'gold', 'dusk'] },
  robots: { scene: robots, lights: ['day'] },
  shipyard: { scene: shipyard, lights: OPEN },
  tea: { scene: tea, lights: ['day', 'gold', 'mist', 'dawn'] },
  welding: { scene: welding, lights: ['night'] },
  wheat: { scene: wheat, lights: ['day', 'gold', 'gold', 'dusk', 'dawn'] },
  wind: { scene: wind, lights: OPEN },
} satisfies Record<string, Entry>

export type SceneName = keyof typeof scenes

export const sceneNames = Object.keys(scenes) as SceneName[]

/**
 * Scenes that tell a theme, by the theme's words in the call; every scene where the theme is of
 * another kind.
 */
export const scenesOfTheme = (theme: string): readonly SceneName[] => byTheme[theme] ?? sceneNames

const byTheme: Record<string, readonly SceneName[]> = {
  劳模风采: ['welding', 'railway', 'powerline', 'harbour', 'loom', 'bridge', 'wheat'],
  工匠技艺: ['gears', 'pottery', 'welding', 'shipyard', 'loom', 'robots'],
  重大科技创新: ['laboratory', 'wind', 'robots', 'bridge', 'railway'],
  '“三个精神”': ['furnace', 'nightshift', 'shipyard', 'powerline', 'wheat', 'welding'],
  企业火热劳动场景: ['harbour', 'furnace', 'robots', 'loom', 'shipyard', 'nightshift'],
  新冠肺炎疫情防控: ['medical', 'medical', 'courier'],
  职工幸福生活: ['riverside', 'reading', 'tea', 'wheat', 'courier'],
  匠心绝活: ['gears', 'pottery', 'welding', 'loom', 'laboratory'],
  劳动创造幸福: ['wheat', 'tea', 'riverside', 'harbour', 'courier'],
  建功新时代: ['shipyard', 'wind', 'bridge', 'robots', 'nightshift'],
  奋进新征程: ['railway', 'bridge', 'wind', 'harbour', 'laboratory'],
  优秀共产党员: ['medical', 'powerline', 'welding', 'railway', 'nightshift'],
  党的光辉历程与伟大成就: ['bridge', 'railway', 'wheat', 'shipyard', 'riverside'],
  网络安全: ['laboratory', 'nightshift', 'reading', 'robots'],
  网络文明故事: ['courier', 'riverside', 'reading', 'medical'],
}
