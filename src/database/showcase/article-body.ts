import { escaped, type Body } from '../../domain/showcase/body.ts'
import { shownFile, type StoredFile } from '../../domain/showcase/media.ts'

/** Lexical's document; what is in it nobody has checked. */
export type Lexical = { root?: { children?: unknown[] } } | null | undefined

type UploadNode = { relationTo?: unknown; value?: unknown; fields?: { alt?: unknown } }

/**
 * An article's text for people. Pictures go out as their public copies; a file that is not shown, and
 * a link into the house, leaves its words only.
 */
export async function articleBody(
  text: Lexical,
  files: ReadonlyMap<number, StoredFile>,
): Promise<Body | null> {
  if (!text?.root?.children?.length) return null
  // Not at the top: lexical is loaded once, by the configuration, in an order of its own.
  const { convertLexicalToHTML } = await import('@payloadcms/richtext-lexical/html')
  const { convertLexicalToPlaintext } = await import('@payloadcms/richtext-lexical/plaintext')
  const html = convertLexicalToHTML({
    data: text as never,
    disableContainer: true,
    converters: ({ defaultConverters }) => ({
      ...defaultConverters,
      upload: ({ node }) => upload(node as UploadNode, files),
      relationship: () => '',
      link: (given) => {
        const { fields } = given.node as { fields?: { linkType?: string } }
        if (fields?.linkType === 'internal')
          return given.nodesToHTML({ nodes: given.node.children }).join('')
        const { link } = defaultConverters
        return typeof link === 'function' ? link(given as never) : ''
      },
      unknown: () => '',
    }),
  })
  const plain = convertLexicalToPlaintext({ data: text as never }).trim()
  return html === '' && plain === '' ? null : { html, text: plain }
}

function upload({ relationTo, value, fields }: UploadNode, files: ReadonlyMap<number, StoredFile>) {
  const file = relationTo === 'media' ? files.get(idOf(value) ?? -1) : undefined
  const item = file && shownFile('body', file)?.item
  if (!item) return ''
  const { type, url, width, height } = item
  if (type !== 'image') return `<${type} src="${url}" controls preload="metadata"></${type}>`
  const alt = escaped(typeof fields?.alt === 'string' && fields.alt ? fields.alt : (item.alt ?? ''))
  return `<img src="${url}" alt="${alt}" width="${width}" height="${height}" loading="lazy">`
}

/** The files in a text, in its order. */
export function filesIn(text: unknown): number[] {
  const found: number[] = []
  const waiting: unknown[] = [text]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (Array.isArray(node)) waiting.push(...node.toReversed())
    else if (typeof node === 'object' && node !== null) {
      const { type, relationTo, value } = node as Record<string, unknown>
      const id = type === 'upload' && relationTo === 'media' ? idOf(value) : null
      if (id !== null) found.push(id)
      waiting.push(...Object.values(node).toReversed())
    }
  }
  return found
}

function idOf(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value)
  return typeof value === 'object' && value !== null && 'id' in value ? idOf(value.id) : null
}
