import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deliveryScene, listening, type DeliveryScene, type Node } from '../harness/delivery.ts'
import { publicThings } from '../harness/public-things.ts'

let scene: DeliveryScene
let node: Node
const guide = readFileSync('docs/front-end.md', 'utf8')
const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!)
// Those that hand one answer's words to the next question are tried where that is tested.
const commands = blocks
  .filter((block) => !block.includes('$('))
  .flatMap((block) => block.split(/^(?=curl )/m).filter((one) => one.startsWith('curl ')))

beforeAll(async () => {
  scene = await deliveryScene()
  await scene.client.query('truncate showcase_documents')
  const things = publicThings(scene.client)
  await things.campaign(1, 2022)
  await things.track('photos', 2022, undefined, 'photography')
  for (let id = 1; id <= 3; id += 1) await things.article(id)
  await things.result(1, '2022-photography')
  for (let number = 1; number <= 6; number += 1) await things.entry(number)
  node = await scene.node()
  await listening(node)
})
afterAll(() => scene.close())

it('has examples', () => expect(commands.length).toBeGreaterThanOrEqual(17))

it.each(commands)('asks what is answered: %s', async (command) => {
  const { status, body, headers } = await asCurl(command)
  const [, told, code] = / # (\d{3}) ([a-z-]+)/.exec(command) ?? []
  expect([status, body?.code]).toEqual([told ? Number(told) : 200, code])
  if (command.includes('ratelimit')) expect(headers.get('ratelimit-limit')).toBeTruthy()
})

/** Does as curl would, with as much of its options as the guide uses. */
async function asCurl(command: string) {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain!,
  )
  const valueOf = (option: string) => words[words.indexOf(option) + 1]!
  const target = words.find((word) => word.startsWith('$BASE'))!.slice('$BASE'.length)
  const headers: Record<string, string> = {}
  if (words.includes('-H')) {
    const [name, value] = valueOf('-H').split(': ')
    headers[name!] = value!
  }
  if (words.includes('-d'))
    return node.get(target, { method: 'POST', headers, body: valueOf('-d') })
  if (!words.includes('--data-urlencode')) return node.get(target, { headers })
  const [, name, value] = /^(\w+)=([\s\S]*)$/.exec(valueOf('--data-urlencode'))!
  return node.get(`${target}?${name}=${encodeURIComponent(value!)}`, { headers })
}
