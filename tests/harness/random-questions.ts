import fc from 'fast-check'
import type { FlattenedField, SanitizedConfig } from 'payload'
import * as qs from 'qs-esm'
import { names } from './matrix-doors.ts'

/** A question to the staff API: a path with its query, or a GraphQL query. */
export type Question = { path: string } | { graphql: string }

const operators = [
  'equals',
  'not_equals',
  'like',
  'not_like',
  'contains',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
]
const values = [
  'wuxi',
  'draft',
  'returned',
  'submitted',
  'published',
  'hidden',
  'example',
  '隐',
  '演示',
  'sealed:',
  '138',
  'true',
  'false',
  '1',
  '7',
  '77',
  '2026-01-01',
  'z',
  '500',
  '',
]

/** Random questions about all collections, by all their fields and through their relations. */
export function randomQuestions(
  config: SanitizedConfig,
  { seed, count }: { seed: number; count: number },
): Question[] {
  const collections = config.collections.map(({ slug }) => slug)
  const ours = collections.filter((slug) => names[slug])
  const pathsOf = new Map(collections.map((slug) => [slug, fieldPaths(config, slug, 2)]))
  const question = fc
    .oneof(
      { weight: 6, arbitrary: fc.constantFrom(...ours) },
      { weight: 1, arbitrary: fc.constantFrom(...collections) },
    )
    .chain((slug) => {
      // Half of them short: long paths mostly end at something that nobody may ask by.
      const paths = pathsOf.get(slug)!
      const short = paths.filter((one) => !one.includes('.'))
      const path = fc.oneof(
        fc.constantFrom(...short),
        fc.constantFrom(...short),
        fc.constantFrom(...paths),
      )
      const condition = fc
        .tuple(path, fc.constantFrom(...operators), fc.constantFrom(...values))
        .map(([field, operator, value]) => ({
          [field]: { [operator]: operator.endsWith('in') ? [value, '1'] : value },
        }))
      const where = fc.oneof(
        condition,
        fc.array(condition, { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
        fc.array(condition, { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
        fc.constant(undefined),
      )
      const chosen = fc.array(path, { minLength: 1, maxLength: 3 })
      const query = fc.record(
        {
          where,
          sort: fc.tuple(fc.constantFrom('', '-'), path).map((parts) => parts.join('')),
          select: chosen.map((list) => tree(list)),
          populate: fc.constantFrom(...collections).map((other) => ({
            [other]: tree(pathsOf.get(other)!.slice(0, 5)),
          })),
          joins: fc.constantFrom('false', { entries: { limit: '1' } }),
          limit: fc.constantFrom('1', '3', '50', '100', '0', '1000'),
          page: fc.constantFrom('1', '2', '3'),
          depth: fc.constantFrom('0', '1', '2', '3'),
          draft: fc.constantFrom('true', 'false'),
          trash: fc.constantFrom('true', 'false'),
          locale: fc.constantFrom('zh', 'all'),
          pagination: fc.constantFrom('true', 'false'),
        },
        { requiredKeys: [] },
      )
      const place = fc.constantFrom('', '', '', '/count', '/versions', '/1', '/5', '/9')
      const rest = fc.tuple(place, query).map(([at, asked]) => ({
        path: `/${slug}${at}${qs.stringify(asked, { addQueryPrefix: true })}`,
      }))
      return names[slug] ? fc.oneof(rest, rest, graphqlQuestion(slug, path)) : rest
    })
  return fc.sample(question, { seed, numRuns: count })
}

function graphqlQuestion(slug: string, path: fc.Arbitrary<string>): fc.Arbitrary<Question> {
  const [, many] = names[slug]!
  return fc
    .tuple(
      path,
      path,
      fc.constantFrom('equals', 'like', 'contains', 'not_equals', 'exists', 'greater_than'),
      fc.constantFrom(...values),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(
        'title',
        'name',
        'email',
        'status',
        'unitPath',
        'createdBy { email name }',
        'authors { phone }',
        'unit { contactName }',
        'cover { originalName }',
        'updatedAt',
      ),
    )
    .map(([field, order, operator, value, limit, extra]) => {
      const given =
        operator === 'exists' || value === 'true' || /^\d+$/.test(value)
          ? value || 'true'
          : JSON.stringify(value)
      const where = `{ ${field.replaceAll('.', '__')}: { ${operator}: ${given} } }`
      return {
        graphql: `{ a: ${many}(where: ${where}, sort: "${order}", limit: ${limit}) { totalDocs docs { id ${extra} } } b: count${many}(where: ${where}) { totalDocs } }`,
      }
    })
}

function fieldPaths(config: SanitizedConfig, slug: string, hops: number): string[] {
  const collection = config.collections.find((one) => one.slug === slug)!
  return ['id', 'createdAt', 'updatedAt', ...pathsIn(config, collection.flattenedFields, hops)]
}

function pathsIn(config: SanitizedConfig, fields: FlattenedField[], hops: number): string[] {
  return fields.flatMap((field) => {
    const inner = 'flattenedFields' in field ? pathsIn(config, field.flattenedFields, hops) : []
    const related =
      hops > 0 && (field.type === 'relationship' || field.type === 'upload')
        ? [field.relationTo]
            .flat()
            .slice(0, 3)
            .flatMap((slug) => fieldPaths(config, slug, hops - 1))
        : []
    return [field.name, ...[...inner, ...related].map((path) => `${field.name}.${path}`)]
  })
}

function tree(paths: string[]): Record<string, unknown> {
  return Object.fromEntries(paths.map((path) => [path.split('.')[0]!, 'true']))
}
