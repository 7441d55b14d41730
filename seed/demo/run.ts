/**
 * `npm run demo`: loads the demo into the system of this folder, running or stopped (or of `DATABASE_URL`).
 *
 * All its accounts have one password that everybody can read here, so it refuses to run against a system
 * whose address is not this machine's own, unless `--public` is given.
 */
import { beijingDay } from '../../src/domain/beijing-time.ts'
import path from 'node:path'
import { EnvironmentError, readEnvironment } from '../../src/environment.ts'
import { createLog } from '../../src/door/log.ts'
import { FolderInUse } from '../../src/start/instance.ts'
import { closePayload, openPayload } from '../../src/start/open-payload.ts'
import { dataFolder, withDatabase } from '../../src/start/with-database.ts'
import { provideFonts } from './art/fonts.ts'
import type { JudgingLoaded } from './judging/index.ts'
import { demoPassword, demoPeople } from './cast.ts'
import { fileMaker } from './make-file.ts'
import { demoClient, demoWorkers } from './participants/people.ts'
import { keepKey } from './participants/token.ts'
import { planWorkers } from './participants/works.ts'
import { fullSizes, planDemo } from './plan.ts'
import { createProgress } from './progress.ts'

// Payload asks one connection several things at once inside a transaction, and pg 8 tells of pg 9's rules
// in the middle of the bar.
process.noDeprecation = true

class Refused extends Error {}

// Told to stop, it ends the entries under way and its database; told twice, it goes at once.
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) process.exit(130)
    stopping.abort()
  })
}

try {
  await withDatabase(run, 'demo')
} catch (error) {
  // A child that made a clip was told to stop as well, and failed.
  if (!stopping.signal.aborted && !isExplained(error)) throw error
  if (isExplained(error)) console.error(error.message)
  process.exitCode = 1
}
if (stopping.signal.aborted) {
  console.log(
    '\n已中断；再次运行 npm run demo 即可补完。 Stopped; run npm run demo again to complete it.',
  )
  process.exitCode = 130
}
process.exit()

function isExplained(error: unknown): error is Error {
  return (
    error instanceof EnvironmentError || error instanceof FolderInUse || error instanceof Refused
  )
}

async function run(): Promise<void> {
  const { publicUrl } = readEnvironment()
  refuseStrangers(publicUrl)
  // Before sharp draws its first text.
  provideFonts()
  const { loadDemo } = await import('./load/index.ts')
  const { loadVoting } = await import('./voting.ts')
  const { loadJudging } = await import('./judging/index.ts')
  const { payload, firstAccount } = await openPayload(createLog('error', process.stderr))
  // At once: whatever happens below, its password is shown only now.
  if (firstAccount) reportFirstAccount(firstAccount)
  const now = new Date()
  try {
    const entries = planDemo({ now, sizes: fullSizes })
    const works = planWorkers(new Date(now.getTime() - 9 * 86_400_000))
    let keyFile = ''
    console.log('正在载入演示数据：单位、账号、名额、活动信息……')
    console.log('Loading the demo: units, accounts, quotas, articles …')
    const progress = createProgress({ total: entries.length })
    const loaded = await loadDemo(payload, {
      entries,
      works,
      onKey: async (key) => {
        keyFile = await keepKey(dataFolder(), key)
      },
      make: fileMaker({ cacheDir: path.join(dataFolder(), 'demo-cache') }),
      now,
      onEntry: (entry) => progress.step(entry.data.title),
      signal: stopping.signal,
    })
    progress.end()
    if (stopping.signal.aborted) return
    const votes = await loadVoting(payload, now)
    console.log('正在评审、锁定、公示（等待评审时间结束，约 20 秒）……')
    console.log('Judging, locking, putting lists on notice: some 20 s, until windows are over …')
    const judged = await loadJudging(payload, { now, signal: stopping.signal })
    report({ ...loaded, votes, judged, publicUrl, keyFile })
  } finally {
    await closePayload(payload)
  }
}

function refuseStrangers(publicUrl: string): void {
  const { hostname } = new URL(publicUrl)
  const own = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  if (own || process.argv.includes('--public')) return
  throw new Refused(
    `演示账号的密码是公开的，不应载入对外系统（${publicUrl}）。确需载入：npm run demo -- --public\n` +
      `Demo accounts have a public password; ${publicUrl} is not this machine’s own address. To load all the same: npm run demo -- --public`,
  )
}

function judgingLines({ rounds, lists, objections, ...more }: JudgingLoaded) {
  const { certificates, isFinal, left } = more
  const added = rounds + lists + objections
  return [
    `评审四轮（三轮已锁定，微视频正在评审），两份结果公示，异议两件；新增 ${added} 项。 Four rounds of judging (three locked, videos open), two lists of results, two objections; ${added} added.`,
    isFinal
      ? `  微诵读结果已最终确定，新制发证书 ${certificates} 张。 The list of recitations is final; ${certificates} certificates added.`
      : '  微诵读公示到北京时间 24:00 为止，之后再运行一次 npm run demo 即最终确定并制发证书。 The notice on recitations ends at midnight in Beijing: run npm run demo again after it, for a final list and certificates.',
    ...left.map((line) => `  ${line}`),
  ]
}

type Reported = {
  added: number
  known: number
  worksAdded: number
  worksLeft: string[]
  openUntil: string
  votes: number
  judged: JudgingLoaded
  publicUrl: string
  keyFile: string
}

function reportFirstAccount({ email, password }: { email: string; password: string }): void {
  console.log(`首个管理账号（仅显示这一次） First account (shown only now): ${email}  ${password}`)
}

function report({
  added,
  known,
  worksAdded,
  worksLeft,
  openUntil,
  votes,
  judged,
  publicUrl,
  keyFile,
}: Reported): void {
  const day = beijingDay(openUntil)
  const some = [
    'province-a',
    'supervisor-a',
    'wuxi-a',
    'wuxi-b',
    'wuxi-host',
    'jiangyin-a',
    'judge-a',
    'judge-b',
  ]
  const rows = some.flatMap((key) =>
    demoPeople.filter(({ email }) => email === `${key}@example.org`),
  )
  const text = [
    '',
    `新增作品 ${added} 件，已有 ${known} 件。 ${added} entries added, ${known} there already.`,
    `职工经接入方“${demoClient.name}”新报作品 ${worksAdded} 件（${demoWorkers.length} 人）。 ${worksAdded} works added by ${demoWorkers.length} workers through the client ${demoClient.clientId}.`,
    ...worksLeft.map((line) => `  ${line}`),
    `网络投票两轮（一轮已结束，一轮进行中），新投 ${votes} 票。 Two rounds of voting, one over and one open; ${votes} votes cast.`,
    ...judgingLines(judged),
    `六个子项目的报送、评选、总结时间已开放至 ${day}。 All phases of the six tracks are open until ${day}.`,
    '',
    `后台 Admin: ${publicUrl}/admin`,
    `演示账号（共 ${demoPeople.length} 个）密码都是 Password of all ${demoPeople.length} demo accounts: ${demoPassword}`,
    ...rows.map(({ email, name }) => `  ${email.padEnd(28)} ${name}`),
    '  各单位：{拼音}-a 报送，{拼音}-b 初审，承办单位 -host 复审。 Per unit: -a submits, -b recommends, hosts’ -host accepts.',
    '',
    `接入方密钥 The client’s key: ${keyFile}`,
    '  为一位职工签发令牌 A token for a worker: npm run -s demo:token -- demo-worker-01',
  ]
  console.log(text.join('\n'))
}
