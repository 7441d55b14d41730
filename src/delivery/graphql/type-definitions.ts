import type { Schema as AnySchema } from '../schemas/schema.ts'

// As much of a JSON schema as becomes a type.
type Schema = {
  $id?: string
  $ref?: string
  title?: string
  description?: string
  type?: string | readonly string[]
  enum?: readonly string[]
  anyOf?: readonly Schema[]
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
}

type Types = Map<string, string>

/** The GraphQL type definitions of JSON schemas: whatever has a title becomes a type of that name. */
export function typeDefinitions(schemas: readonly Schema[]): string {
  const types: Types = new Map()
  for (const schema of schemas) typeOf(schema, types)
  return [...types.values()].join('\n')
}

/** The fields of an object, one a line, as they stand within a type; new types go into `types`. */
export function fieldsOf(schema: Schema, types: Types): string {
  return Object.entries(schema.properties ?? {})
    .map(([name, property]) => {
      const isThere = schema.required?.includes(name) ?? false
      return `${quoted(property.description)}${name}: ${typeOf(property, types)}${isThere && !mayBeNull(property) ? '!' : ''}`
    })
    .join('\n')
}

/** A description in front of what it describes. */
export function quoted(description: string | undefined): string {
  return description ? `${JSON.stringify(description)}\n` : ''
}

function typeOf(schema: Schema, types: Types): string {
  const { title, description, anyOf, items } = schema
  if (anyOf)
    return typeOf(
      anyOf.find(({ type }) => type !== 'null')!,
      types,
    )
  const type = [schema.type].flat().find((one) => one !== 'null')
  if (type === 'array') {
    return `[${typeOf(items!, types)}${mayBeNull(items!) ? '' : '!'}]`
  }
  if (schema.enum && title) {
    types.set(title, `${quoted(description)}enum ${title} { ${schema.enum.join(' ')} }`)
    return title
  }
  if (type === 'object') {
    if (!title)
      throw new Error(`An object without a title: ${JSON.stringify(schema).slice(0, 200)}`)
    if (!types.has(title)) {
      types.set(title, '') // it may hold itself
      types.set(title, `${quoted(description)}type ${title} {\n${fieldsOf(schema, types)}\n}`)
    }
    return title
  }
  return scalars[String(type)] ?? 'String'
}

const scalars: Record<string, string> = { integer: 'Int', number: 'Float', boolean: 'Boolean' }

function mayBeNull({ type, anyOf }: Schema): boolean {
  return [type].flat().includes('null') || (anyOf?.some(mayBeNull) ?? false)
}
