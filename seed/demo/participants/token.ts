import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { SignJWT } from 'jose'

/** What the backend of a client signs with. */
export type ClientKey = { iss: string; kid: string; secret: string }

/** Signs what the demo's client would sign for a person: five minutes, one use. */
export function clientToken({ iss, kid, secret }: ClientKey, sub: string): Promise<string> {
  return new SignJWT({ member: true })
    .setProtectedHeader({ alg: 'HS256', kid })
    .setIssuer(iss)
    .setAudience('campaign')
    .setSubject(sub)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret))
}

const file = (dataDir: string) => path.join(dataDir, 'demo-client.json')

/** Keeps the key where `npm run demo:token` finds it, readable by this account alone. */
export async function keepKey(dataDir: string, key: ClientKey): Promise<string> {
  await mkdir(dataDir, { recursive: true })
  await writeFile(file(dataDir), `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 })
  return file(dataDir)
}

/** @returns undefined where no demo was loaded */
export async function keptKey(dataDir: string): Promise<ClientKey | undefined> {
  const text = await readFile(file(dataDir), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as ClientKey)
}
