import type { Payload } from 'payload'
import type { Role } from '../../src/access/person.ts'

export type TestPerson = {
  id: number
  email: string
  token: string
  role: Role
  unit: number | null
}
export type People = Record<string, TestPerson>

export const testPassword = 'correct horse 9'

/** Who plays in the tests: name → role and unit. Nobody of this is a real person. */
const cast: Record<string, { role: Role; unit: string | null }> = {
  province: { role: 'province', unit: '江苏省总工会' },
  province2: { role: 'province', unit: '江苏省总工会' },
  supervisor: { role: 'supervisor', unit: '中共江苏省委网络安全和信息化委员会办公室' },
  supervisor2: { role: 'supervisor', unit: '中共江苏省委网络安全和信息化委员会办公室' },
  judge: { role: 'judge', unit: null },
  /** Host of the micro-video track. */
  wuxi: { role: 'editor', unit: '无锡市总工会' },
  wuxi2: { role: 'editor', unit: '无锡市总工会' },
  /** A county below Wuxi, host of the platforms track. */
  jiangyin: { role: 'editor', unit: '江阴市总工会' },
  yixing: { role: 'editor', unit: '宜兴市总工会' },
  /** Co-host of the rights-cases track. */
  nanjing: { role: 'editor', unit: '南京市总工会' },
  suzhou: { role: 'editor', unit: '苏州市总工会' },
  suzhou2: { role: 'editor', unit: '苏州市总工会' },
  /** Host of the photography track. */
  nantong: { role: 'editor', unit: '南通市总工会' },
  /** The provincial union's own editor: host of rights-cases, above all cities. */
  headquarters: { role: 'editor', unit: '江苏省总工会' },
  /** An editor without any unit cannot exist; a switched-off one can. */
  formerly: { role: 'editor', unit: '苏州市总工会' },
}

/** Makes the cast, in this order, and logs everybody in. */
export async function makePeople(payload: Payload): Promise<People> {
  const { docs: units } = await payload.find({ collection: 'units', pagination: false, depth: 0 })
  const people: People = {}
  // Hashing a password is most of the work: one person's is checked while the next one's is made.
  const logins: Promise<void>[] = []
  for (const [name, { role, unit }] of Object.entries(cast)) {
    const email = `${name}@example.org`
    const unitId = units.find((one) => one.name === unit)?.id ?? null
    const { id } = await payload.create({
      collection: 'users',
      data: {
        email,
        password: testPassword,
        name: `演示·${name}`,
        role,
        unit: unitId,
        active: true,
      },
    })
    const person: TestPerson = { id, email, token: '', role, unit: unitId }
    people[name] = person
    const data = { email, password: testPassword }
    const login = payload.login({ collection: 'users', data })
    logins.push(login.then(({ token }) => void (person.token = token!)))
  }
  await Promise.all(logins)
  await payload.update({ collection: 'users', id: people.formerly!.id, data: { active: false } })
  return people
}
