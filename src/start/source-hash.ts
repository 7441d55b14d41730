import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

// What the admin's build is made of. Rooms that only the outer process imports are left out: a
// change there needs no build. tests/unit-door/source-hash.test.ts holds the list to the imports.
const parts = ['src', 'payload.config.ts', 'next.config.mjs', 'tsconfig.json', 'package-lock.json']
const leftOut = ['src/server.ts', 'src/start', 'src/door', 'src/delivery']

/** SHA-256 over the names and contents of everything that `next build` reads, hexadecimal. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256')
  for (const file of sourceFiles(root)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** The files that {@link sourceHash} covers, relative to `root` with forward slashes, sorted. */
export function sourceFiles(root: string): string[] {
  return parts.flatMap((part) => filesUnder(root, part)).sort()
}

function filesUnder(root: string, place: string): string[] {
  if (leftOut.includes(place)) return []
  const found = statSync(path.join(root, place), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [place]
  return readdirSync(path.join(root, place)).flatMap((name) => filesUnder(root, `${place}/${name}`))
}
