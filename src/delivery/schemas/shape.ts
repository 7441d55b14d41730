import type { Words } from '../../domain/words.ts'
import type { Schema } from './schema.ts'

/** A description in both languages, Chinese first. */
export const said = ({ zh, en }: Words): string => `${zh} / ${en}`

/** An object of exactly these properties, each of them always there; `ref` names it elsewhere. */
export function shape(
  $id: string,
  description: string,
  properties: Record<string, Schema>,
): NamedSchema {
  return {
    $id,
    description,
    type: 'object',
    required: Object.keys(properties),
    additionalProperties: false,
    properties,
  }
}

export type NamedSchema = Schema & { $id: string; properties: Record<string, Schema> }

export const ref = ({ $id }: { $id: string }): Schema => ({ $ref: `${$id}#` })

/** A page of a list, as all lists of `/v1` are answered. */
export const pageOf = ($id: string, description: string, item: NamedSchema): NamedSchema =>
  shape($id, description, {
    data: listOf(ref(item)),
    page: {
      title: 'Page',
      description: '翻页 / Where the list goes on',
      type: 'object',
      required: ['next'],
      additionalProperties: false,
      properties: {
        next: {
          type: ['string', 'null'],
          description:
            '下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page',
        },
      },
    },
  })

export const text = (description: string, ...examples: string[]): Schema => ({
  type: 'string',
  description,
  ...(examples.length > 0 ? { examples } : {}),
})

export const oneOf = (values: readonly string[], title: string, description: string): Schema => ({
  type: 'string',
  enum: values,
  title,
  description,
})

export const whole = (description: string, ...examples: number[]): Schema => ({
  type: 'integer',
  description,
  ...(examples.length > 0 ? { examples } : {}),
})

export const yesOrNo = (description: string): Schema => ({ type: 'boolean', description })

/** An ISO instant, in UTC: `2022-06-06T16:00:00.000Z`. */
export const instant = (description: string): Schema => ({
  type: 'string',
  format: 'date-time',
  description,
  examples: ['2022-06-06T16:00:00.000Z'],
})

/** A day in Shanghai: `2022-06-07`. */
export const day = (description: string): Schema => ({
  type: 'string',
  format: 'date',
  description,
  examples: ['2022-06-07'],
})

export const listOf = (items: Schema, description?: string): Schema => ({
  type: 'array',
  items,
  ...(description ? { description } : {}),
})

/** The same, or null. */
export function orNull(schema: Schema): Schema {
  if (typeof schema.type === 'string' && !schema.enum && !schema.properties) {
    return { ...schema, type: [schema.type, 'null'] }
  }
  return { anyOf: [schema, { type: 'null' }] }
}
