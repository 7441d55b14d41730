import { spawn, type ChildProcess } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import path from 'node:path'

type Settings = { databaseUrl: string; smtpUrl: string }

/** A sender of notices in a process of its own, which can be killed. */
export function senderProcess(settings: Settings): ChildProcess {
  const module = pathToFileURL(path.resolve('src/outgoing/sender.ts')).href
  const code = `const { openSender } = await import(${JSON.stringify(module)})
    openSender({ ...${JSON.stringify(settings)}, host: 'campaign.example', keys: [], pollSeconds: 0.2,
      allowed: () => false, log: { info() {}, warn() {} } })`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
