import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claim, currentInstance, FolderInUse } from '../../src/start/instance.ts'
import { birthOf, commandLineOf, isAlive } from '../../src/database/process-identity.ts'

let folder: string
const lock = () => path.join(folder, 'running.json')

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'instance-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the hold on a data folder', () => {
  it('is one process’s, tells what it is told, and is given back', () => {
    const held = claim(folder, 'server')
    held.tell({ url: 'http://127.0.0.1:3000' })
    expect(currentInstance(folder)).toMatchObject({
      pid: process.pid,
      as: 'server',
      url: 'http://127.0.0.1:3000',
    })
    expect(statSync(lock()).mode & 0o777).toBe(0o600)
    expect(() => claim(folder, 'demo')).toThrow(FolderInUse)
    expect(() => claim(folder, 'demo')).toThrow(new RegExp(`${process.pid}.*3000`, 's'))
    held.release()
    expect(existsSync(lock())).toBe(false)
    claim(folder, 'demo').release()
  })

  it.each([
    ['nothing readable', '{"pid": 12'],
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 - 7, birth: '1', as: 'server' })],
    [
      'a pid that is somebody else’s now',
      JSON.stringify({ pid: process.ppid, birth: '1', as: 'server' }),
    ],
    [
      'the same pid from before the machine restarted',
      JSON.stringify({ pid: process.pid, birth: '1', as: 'server' }),
    ],
  ])('is taken over from %s', (_what, content) => {
    writeFileSync(lock(), content)
    const held = claim(folder, 'server')
    expect(JSON.parse(readFileSync(lock(), 'utf8')).birth).toBe(birthOf(process.pid))
    held.release()
  })

  it(
    'goes to exactly one of many who want it at once, over a stale one',
    { timeout: 60_000 },
    async () => {
      writeFileSync(lock(), JSON.stringify({ pid: 2 ** 22 - 7, birth: '1', as: 'server' }))
      const module = path.resolve(import.meta.dirname, '../../src/start/instance.ts')
      const script = `
      const { claim } = await import(${JSON.stringify(module)})
      try { claim(${JSON.stringify(folder)}, 'server'); console.log('mine') } catch { console.log('theirs') }
      process.stdin.resume()`
      const claimants = Array.from({ length: 4 }, () =>
        spawn(process.execPath, ['--import', 'tsx/esm', '--input-type=module', '-e', script], {
          cwd: path.resolve(import.meta.dirname, '../..'),
          stdio: ['pipe', 'pipe', 'inherit'],
        }),
      )
      const said = await Promise.all(
        claimants.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()),
      )
      for (const { stdin } of claimants) stdin.end()
      expect(said.filter((word) => word === 'mine')).toHaveLength(1)
    },
  )
})

describe('a process', () => {
  it('is told apart from a later one with its pid', () => {
    expect(isAlive(process.pid)).toBe(true)
    expect(birthOf(process.pid)).toMatch(/\S/)
    expect(birthOf(process.pid)).not.toBe(birthOf(process.ppid))
    expect(commandLineOf(process.pid)).toMatch(/node/)
    expect(birthOf(2 ** 22 - 7)).toBe('')
  })
})
