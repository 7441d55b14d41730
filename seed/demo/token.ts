/**
 * `npm run -s demo:token [-- NAME]`: prints a token as the demo's client would sign one for a person, to be
 * exchanged at `POST /v1/session` within five minutes, once. NAME is any name; the same is the same person.
 */
import { dataFolder } from '../../src/start/with-database.ts'
import { demoClient, demoWorkers } from './participants/people.ts'
import { clientToken, keptKey } from './participants/token.ts'

const key = await keptKey(dataFolder())
if (key) {
  console.log(await clientToken(key, process.argv[2] ?? demoWorkers[0]!.sub))
} else {
  console.error(
    `没有接入方“${demoClient.name}”的密钥，请先运行 npm run demo。\n` +
      'There is no key of the demo’s client here: run npm run demo first.',
  )
  process.exitCode = 1
}
