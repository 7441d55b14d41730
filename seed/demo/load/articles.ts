import type { Payload } from 'payload'
import type { User } from '../../../src/payload-types.ts'
import type { MakeFile } from '../make-file.ts'
import { articles, type ArticleWords } from '../words/articles.ts'
import { uploadFiles, type Leftovers } from './files.ts'

type Asked = { user: User; campaign: number; make: MakeFile; leftovers: Leftovers }

/** Adds the announcements that are not there yet, by their slug, each with a cover. */
export async function loadArticles(
  payload: Payload,
  { user, campaign, make, leftovers }: Asked,
): Promise<void> {
  for (const article of articles) {
    const { slug, title, summary, publishedOn, published, scene } = article
    const where = { slug: { equals: slug } }
    const { totalDocs } = await payload.count({ collection: 'articles', where })
    if (totalDocs > 0) continue
    const cover = {
      field: 'cover',
      alt: title,
      make: { what: 'picture', scene, seed: slug, width: 1600, height: 900 },
    } as const
    const files = await uploadFiles(payload, { key: slug, files: [cover], user, make, leftovers })
    await payload.create({
      collection: 'articles',
      data: {
        slug,
        title,
        summary,
        campaign,
        publishedOn: `${publishedOn}T02:00:00.000Z`,
        cover: files.cover as number,
        body: bodyOf(article),
        _status: published ? 'published' : 'draft',
      },
      draft: !published,
      depth: 0,
      overrideAccess: false,
      user,
    })
  }
}

/** Lexical's document of some paragraphs. */
function bodyOf({ paragraphs }: ArticleWords) {
  const block = { direction: null, format: '' as const, indent: 0, version: 1 }
  const text = { type: 'text', detail: 0, format: 0, mode: 'normal', style: '', version: 1 }
  return {
    root: {
      ...block,
      type: 'root',
      children: paragraphs.map((words) => ({
        ...block,
        type: 'paragraph',
        textFormat: 0,
        textStyle: '',
        children: [{ ...text, text: words }],
      })),
    },
  }
}
