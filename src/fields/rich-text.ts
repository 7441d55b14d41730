// Lexical's packages await an import of themselves while they are loaded. When Node 20 loads several
// of them at once they wait for one another now and then, for ever: 7 of 15 imports measured. One
// after the other none of 15 did.
await import('lexical')
const { lexicalEditor } = await import('@payloadcms/richtext-lexical')

/** The editor of formatted text. */
export const richText = lexicalEditor()
