/** Certificates of the demo: a template, those of a final list, one of them revoked. */
import { usualTemplate } from '../../../src/domain/results/certificates.ts'
import { organiser } from '../cast.ts'
import { personNamed } from '../load/request.ts'
import type { Stage } from './stage.ts'

const name = '演示·获奖证书'

/** The template, unless it is there already. @returns its id */
export async function loadTemplate({ payload, people, tracks }: Stage): Promise<number> {
  const { docs } = await payload.find({
    ...{ collection: 'certificate-templates', where: { name: { equals: name } } },
    ...{ limit: 1, depth: 0 },
  })
  if (docs[0]) return docs[0].id
  const { id } = await payload.create({
    collection: 'certificate-templates',
    data: {
      ...{ name, campaign: tracks.campaign.id, ...usualTemplate, active: true },
      issuers: '示例省总工会（演示）\n示例网信办（演示）',
    },
    ...{ depth: 0, overrideAccess: false, user: personNamed(people, organiser) },
  })
  return id
}

type Done = { certificates: { number: string }[]; batches: unknown[] }

/** One batch, of which the last certificate is revoked; a list that has certificates is left alone. */
export async function drawCertificates(
  stage: Stage,
  { list, template }: { list: number; template: number },
): Promise<void> {
  const { ask } = stage
  const params = { id: list }
  const standing = () => ask<Done>(organiser, 'get results/:id/certificates', { params })
  if ((await standing()).batches.length > 0) return
  const body = { template, withoutUnfit: true }
  await ask(organiser, 'post results/:id/certificates', { params, body })
  const { certificates } = await standing()
  stage.did('certificates', certificates.length)
  const last = certificates.at(-1)
  if (!last) return
  await ask(organiser, 'post certificates/:number/revoke', {
    params: { number: last.number },
    body: { reason: '演示：作者姓名有误，作废后重新制发。' },
  })
}
