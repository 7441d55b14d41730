/** A JSON Schema (2020-12, as OpenAPI 3.1 has it), written as a plain object. */
export type Schema = { readonly [keyword: string]: unknown }
