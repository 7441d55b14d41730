import type { Schema as AnySchema } from '../schemas/schema.ts'

// As much of a JSON schema as becomes a type.
type Schema = {
  $id?: string
  $ref?: string
  format?: string
  title?: string
  description?: string
  type?: string | readonly string[]
  enum?: readonly string[]
  anyOf?: readonly Schema[]
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
}

/** What a type has beside the properties of its schema, and what it implements. */
export type Addition = { fields?: string; implements?: string; isInterface?: boolean }

/**
 * The GraphQL types of JSON schemas: whatever has an id or a title becomes a type of that name, with
 * the same descriptions, and the same may be null.
 *
 * @param named schemas that others refer to by their id
 */
export function typeDefinitions(
  schemas: readonly AnySchema[],
  named: readonly AnySchema[],
  additions: Readonly<Record<string, Addition>>,
): string {
  const types = new Map<string, string>()
  const byId = new Map((named as readonly Schema[]).map((schema) => [`${schema.$id}#`, schema]))

  const typeOf = (schema: Schema): string => {
    const { $ref, $id, title, description, anyOf, items } = schema
    if ($ref) return typeOf(byId.get($ref)!)
    if (anyOf) return typeOf(anyOf.find(({ type }) => type !== 'null')!)
    const name = $id ?? title
    const type = [schema.type].flat().find((one) => one !== 'null')
    if (type === 'array') return `[${typeOf(items!)}${mayBeNull(items!) ? '' : '!'}]`
    if (schema.enum && name) {
      types.set(name, `${quoted(description)}enum ${name} { ${schema.enum.join(' ')} }`)
      return name
    }
    // GraphQL's Int has 32 bits.
    if (schema.format === 'int64') return 'Float'
    if (type !== 'object') return scalars[String(type)] ?? 'String'
    if (!name) throw new Error(`An object without a name: ${JSON.stringify(schema).slice(0, 200)}`)
    if (!types.has(name)) {
      types.set(name, '') // it may hold itself
      const { isInterface, implements: base, fields = '' } = additions[name] ?? {}
      const head = `${isInterface ? 'interface' : 'type'} ${name}${base ? ` implements ${base}` : ''}`
      types.set(name, `${quoted(description)}${head} {\n${fieldsOf(schema)}\n${fields}}`)
    }
    return name
  }

  const fieldsOf = ({ properties = {}, required = [] }: Schema): string =>
    Object.entries(properties)
      .map(([name, property]) => {
        const { description } = property.$ref ? byId.get(property.$ref)! : property
        const isThere = required.includes(name) && !mayBeNull(property)
        return `${quoted(description)}${name}: ${typeOf(property)}${isThere ? '!' : ''}`
      })
      .join('\n')

  for (const schema of schemas) typeOf(schema)
  return [...types.values()].join('\n\n')
}

/** A description in front of what it describes. */
export function quoted(description: string | undefined): string {
  return description ? `${JSON.stringify(description)}\n` : ''
}

const scalars: Record<string, string> = { integer: 'Int', number: 'Float', boolean: 'Boolean' }

function mayBeNull({ type, anyOf }: Schema): boolean {
  return [type].flat().includes('null') || (anyOf?.some(mayBeNull) ?? false)
}
