import { describe, expect, it } from 'vitest'
import { checkGraphql } from '../../src/door/graphql-check.ts'
import { graphqlAccountAsk } from '../../src/door/login-limits.ts'
import { TurnedAway } from '../../src/door/turn-away.ts'

const codeOf = (query: string, variables?: unknown, mayIntrospect = false) => {
  try {
    checkGraphql({ query, variables }, mayIntrospect)
    return undefined
  } catch (error) {
    if (error instanceof TurnedAway) return error.code
    throw error
  }
}

describe('a GraphQL request', () => {
  it.each([
    ['12 levels', `{ ${'a { '.repeat(11)} b ${'}'.repeat(11)} }`, undefined],
    ['13 levels', `{ ${'a { '.repeat(12)} b ${'}'.repeat(12)} }`, 'graphql-depth'],
    [
      '13 levels through fragments',
      `{ ...F } fragment F on Q { ${'a { '.repeat(6)} ...G ${'}'.repeat(6)} } fragment G on Q { ${'b { '.repeat(6)} c ${'}'.repeat(6)} }`,
      'graphql-depth',
    ],
    ['30 aliases', `{ x { ${aliases(30)} } }`, undefined],
    ['31 aliases', `{ x { ${aliases(31)} } }`, 'graphql-aliases'],
    [
      '31 aliases in two fragments',
      `{ x { ...A ...B } } fragment A on Q { ${aliases(15)} } fragment B on Q { ${aliases(16)} }`,
      'graphql-aliases',
    ],
    ['a bomb of fragments', bomb(20), 'graphql-fields'],
    ['a fragment that is not there', '{ ...Nothing }', 'graphql-syntax'],
    [
      'a fragment that holds itself',
      '{ ...A } fragment A on Q { a { ...A } }',
      'graphql-fragment-cycle',
    ],
    ['the schema', '{ __schema { types { name } } }', 'graphql-introspection'],
    [
      'a type, deep inside',
      'query { ...F } fragment F on Q { t: __type(name: "x") { name } }',
      'graphql-introspection',
    ],
    ['the name of a type', '{ __typename }', undefined],
    ['too many tokens', `{ ${'a '.repeat(4_100)} }`, 'graphql-tokens'],
    ['a join without bounds', '{ Track(id: 1) { entries(limit: 0) { docs } } }', 'graphql-limit'],
    ['a limit that is no number', '{ Articles(limit: "5") { totalDocs } }', 'graphql-limit'],
    ['page 0', '{ Articles(page: 0) { totalDocs } }', 'graphql-limit'],
    ['no pages with a limit', '{ Articles(pagination: false, limit: 5) { totalDocs } }', undefined],
  ])('is judged: %s', (_what, query, code) => {
    expect(codeOf(query)).toBe(code)
  })

  it('may look at the schema when it brings a credential', () => {
    const types =
      '{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } } }'
    expect(codeOf(types, undefined, true)).toBeUndefined()
  })

  it('is read with its variables and their defaults', () => {
    const query = 'query ($n: Int = 5) { Articles(limit: $n) { totalDocs } }'
    expect(codeOf(query)).toBeUndefined()
    expect(codeOf(query, { n: 100 })).toBeUndefined()
    expect(codeOf(query, { n: 0 })).toBe('graphql-limit')
    expect(codeOf(query, { n: 1e9 })).toBe('graphql-limit')
    expect(codeOf(query, [1])).toBe('graphql-shape')
  })

  it('tells which account it wants to log in to', () => {
    const literal = checkGraphql(
      { query: 'mutation { loginUser(email: "a@b.example", password: "x") { token } }' },
      false,
    )
    expect(graphqlAccountAsk(literal)).toEqual({ action: 'login', email: 'a@b.example' })
    const query =
      'mutation ($e: String!) { ...L } fragment L on Mutation { in: loginUser(email: $e, password: "x") { token } }'
    const variable = checkGraphql({ query, variables: { e: 'c@d.example' } }, false)
    expect(graphqlAccountAsk(variable)).toEqual({ action: 'login', email: 'c@d.example' })
    const mail = checkGraphql(
      { query: 'mutation { forgotPasswordUser(email: "a@b.example") }' },
      false,
    )
    expect(graphqlAccountAsk(mail)?.action).toBe('mail')
  })

  it('wants one account at a time', () => {
    const login = (name: string) =>
      `${name}: loginUser(email: "a@b.example", password: "${name}") { token }`
    const asked = checkGraphql({ query: `mutation { ${login('a')} ${login('b')} }` }, false)
    expect(() => graphqlAccountAsk(asked)).toThrow(TurnedAway)
  })
})

function aliases(count: number): string {
  return Array.from({ length: count }, (_, at) => `a${at}: title`).join(' ')
}

// Each fragment twice in the one before: 2^depth fields in a few hundred bytes.
function bomb(depth: number): string {
  const fragments = Array.from(
    { length: depth },
    (_, at) => `fragment F${at} on Q { ${at + 1 < depth ? `...F${at + 1} ...F${at + 1}` : 'a'} }`,
  )
  return `{ x { ...F0 } } ${fragments.join(' ')}`
}
