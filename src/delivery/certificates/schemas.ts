import { instant, listOf, oneOf, orNull, ref, shape, text, whole } from '../schemas/shape.ts'
import { wordsSchema } from '../schemas/words.ts'

const shown = {
  number: text('证书编号 / Number', '2022-PHO-00017-X'),
  state: oneOf(
    ['valid', 'revoked', 'replaced'],
    'CertificateState',
    '`valid` 有效；`revoked` 已作废；`replaced` 已换发 / Valid, revoked, replaced by another',
  ),
  stateText: ref(wordsSchema),
  name: text('姓名 / Who has it', '示例姓名'),
  work: text('作品 / The work', '清晨的车间'),
  entry: text('作品编号 / The work’s public id', '2022-PHO-000123'),
  level: ref(wordsSchema),
  track: text('子项目 / Track'),
  campaign: text('活动 / Campaign'),
  day: text('证书落款日期 / The day that stands on it', '2022年11月8日'),
  revokedAt: orNull(instant('作废时间 / When it was revoked')),
  reason: orNull(ref(wordsSchema)),
  replacedBy: orNull(text('换发后的编号 / The number that replaces it')),
}

const list = shape('CertificateList', '所依据的名单 / The list that it comes from', {
  result: text('评选结果的标识 / The result', '2022-photography'),
  version: whole('第几版 / Which version', 1),
  sha256: text('名单的 SHA-256 / SHA-256 of the list'),
})

const certificate = shape('Certificate', '一张获奖证书 / A certificate', {
  ...shown,
  list: ref(list),
})

const ownCertificate = shape('OwnCertificate', '本人的一张证书 / One of my certificates', {
  ...shown,
  file: text('PDF 的地址，需同一身份 / Where its PDF is, for the same person'),
})

const ownCertificates = shape('OwnCertificates', '本人的证书 / My certificates', {
  data: listOf(ref(ownCertificate)),
})

export const certificateSchemas = [list, certificate, ownCertificate, ownCertificates]
