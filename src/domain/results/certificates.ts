export {
  checkSheets,
  missingGlyphs,
  type MissingGlyph,
  type UnfitSheet,
} from './certificates/glyphs.ts'
export { certificateNumber, readCertificateNumber } from './certificates/number.ts'
export {
  givenAgain,
  needsTwo,
  planCertificates,
  renamed,
  wantedOf,
  type CertificatePlan,
  type GivenAgain,
  type DrawnName,
  type Standing,
  type Wanted,
} from './certificates/plan.ts'
export {
  dayWords,
  fillTemplate,
  namings,
  namingWords,
  orientations,
  orientationWords,
  placeholders,
  readTemplate,
  usedPlaceholders,
  usualTemplate,
  type CertificateTemplate,
  type CertificateTexts,
  type CertificateValues,
} from './certificates/template.ts'
export {
  revocationWords,
  verification,
  verificationWords,
  type Verification,
} from './certificates/verification.ts'
