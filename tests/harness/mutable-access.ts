import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import type { Plugin } from 'vite'

/** One exported access function, named `file#function`. */
export type Mutant = { id: string; file: string }

type Place = { name: string; from: number; to: number; form: 'constant' | 'function' | 'maker' }

const root = path.resolve(import.meta.dirname, '../..')
/** These make rules: what they make is what is asked. */
const makers = ['anyOf', 'allOf', 'plainly', 'hiddenFor']

/** All exported access functions, found in the syntax tree. One that is `() => true` anyway is left out. */
export function findMutants(): Mutant[] {
  return readdirSync(path.join(root, 'src'), { recursive: true })
    .map((name) => `src/${String(name).replaceAll(path.sep, '/')}`)
    .filter(isAccess)
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      return placesOf(file, text).map(({ name }) => ({ id: `${file}#${name}`, file }))
    })
}

/** Whether this run was asked to try this one: `MUTATE_ONLY` lists parts of names. */
export function isChosen(id: string): boolean {
  const parts = (process.env.MUTATE_ONLY ?? '').split(',')
  return parts.some((part) => id.includes(part))
}

/** Lets each of those functions answer `true` while `globalThis.mutant` holds its name. */
export function mutableAccess(): Plugin {
  return {
    name: 'mutable-access',
    enforce: 'pre',
    transform(text, id) {
      const file = path.relative(root, id.split('?')[0]!)
      if (!isAccess(file)) return undefined
      let changed = text
      const places = placesOf(file, text).sort((a, b) => b.from - a.from)
      for (const place of places) changed = mutable(changed, `${file}#${place.name}`, place)
      return `${changed}
function mutableRule(id: string, rule: any): any {
  return (...given: any[]) => ((globalThis as any).mutant === id ? true : rule(...given))
}
`
    },
  }
}

function mutable(text: string, id: string, { name, from, to, form }: Place): string {
  const name_ = JSON.stringify(id)
  const before = text.slice(0, from)
  const code = text.slice(from, to)
  const after = text.slice(to)
  if (form === 'constant') return `${before}mutableRule(${name_}, ${code})${after}`
  if (form === 'function') {
    return `${before}${code.replace('{', `{ if ((globalThis as any).mutant === ${name_}) return true as never;`)}${after}`
  }
  const hidden = code.replace(`export function ${name}`, `function made_${name}`)
  return `${before}${hidden}
export const ${name} = (...given: any[]): any => mutableRule(${name_}, (made_${name} as any)(...given))
${after}`
}

function placesOf(file: string, text: string): Place[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return source.statements.flatMap((statement): Place[] => {
    if (!ts.canHaveModifiers(statement)) return []
    const words = ts.getModifiers(statement) ?? []
    if (!words.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isFunctionDeclaration(statement) && statement.name && statement.body) {
      const name = statement.name.text
      if (makers.includes(name)) {
        return [{ name, from: statement.getStart(), to: statement.end, form: 'maker' }]
      }
      const { body } = statement
      return [{ name, from: body.getStart(), to: body.end, form: 'function' }]
    }
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }): Place[] => {
      if (!initializer || initializer.getText().replaceAll(' ', '') === '()=>true') return []
      const [from, to] = [initializer.getStart(), initializer.end]
      return [{ name: name.getText(), from, to, form: 'constant' }]
    })
  })
}

function isAccess(file: string): boolean {
  return (
    /^src\/access\/[^/]+\.ts$/.test(file) || /^src\/plugins\/[^/]+\/[^/]+-access\.ts$/.test(file)
  )
}
