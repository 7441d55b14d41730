/**
 * Chinese letters for sharp: its SVG renderer asks fontconfig, which is told here where the Noto
 * Sans SC that comes with the packages lies. A bare machine has no Chinese font and would draw
 * boxes.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const FONT = 'Noto Sans SC'

let home: string | undefined

/**
 * Call before the first text is drawn in this process. Writes a small fonts.conf and its cache into
 * a temporary folder, which goes when the process ends.
 * @throws when the font package is not installed
 */
export const provideFonts = () => {
  if (home) return
  const folder = fontFolder()
  home = mkdtempSync(join(tmpdir(), 'demo-fonts-'))
  mkdirSync(join(home, 'cache'))
  const file = join(home, 'fonts.conf')
  const folders = ['400Regular', '700Bold', '900Black'].map((name) => join(folder, name))
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders
      .map((path) => `<dir>${path}</dir>`)
      .join('')}<cachedir>${join(home, 'cache')}</cachedir></fontconfig>`,
  )
  process.env.FONTCONFIG_FILE = file
  process.once('exit', () => rmSync(home!, { recursive: true, force: true }))
}

const fontFolder = () => {
  try {
    return dirname(
      createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
    )
  } catch (cause) {
    throw new Error('The demo pictures need the package @expo-google-fonts/noto-sans-sc: npm ci', {
      cause,
    })
  }
}
