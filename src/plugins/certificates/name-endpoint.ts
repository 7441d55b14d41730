import type { Endpoint } from 'payload'
import { writeDrawnName } from '../../database/certificates/names.ts'
import { noteCertificate } from '../../database/certificates/write.ts'
import { runIn } from '../../database/run-in.ts'
import { inTransaction } from '../../database/sql.ts'
import { missingGlyphs, wantedOf } from '../../domain/results/certificates.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { resultAskedBy } from './asked-by.ts'
import { covers } from './draw/fonts.ts'
import { finalList } from './final-list.ts'

/**
 * `POST /api/results/{id}/certificates/names` `{ place, name }`: how a name is written on certificates that no
 * typeface can write as the list has it; an empty name: as the list has it. The list itself stays as it is.
 */
export const nameEndpoint: Endpoint = {
  path: '/:id/certificates/names',
  method: 'post',
  handler: async (req) => {
    const { id, person } = await resultAskedBy(req, ['province'])
    const { place, name: given } = await bodyOf(req, ['place', 'name'])
    const { list } = await finalList(req, id)
    const all = [...wantedOf(list, 'each'), ...wantedOf(list, 'together')]
    const one = all.find((each) => each.place === place)
    if (!one) {
      const words = { zh: '名单中没有此人', en: 'Nobody of the list stands there' }
      throw refusal(400, words, { code: 'no-such-place', path: 'place' })
    }
    const name = typeof given === 'string' ? given.trim() : ''
    if (missingGlyphs(name, covers).length > 0 || [...name].length > 100) {
      const words = {
        zh: '这种写法字体也无法显示，或超过 100 字',
        en: 'No typeface has that spelling either, or it has more than 100 characters',
      }
      throw refusal(400, words, { code: 'not-renderable', path: 'name' })
    }
    await inTransaction(req, async () => {
      const written = { place: one.place, listed: one.name, name: name || null, by: person.id }
      await writeDrawnName(runIn(req), id, written)
      const detail = { place: one.place, listed: one.name, name: name || null }
      await noteCertificate(runIn(req), { result: id, by: person.id, action: 'name', detail })
    })
    return Response.json({ place: one.place, listed: one.name, name: name || one.name })
  },
}
