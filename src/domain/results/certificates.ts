export { checkSheets, missingGlyphs, type MissingGlyph } from './certificates/glyphs.ts'
export { certificateNumber, readCertificateNumber } from './certificates/number.ts'
export { verification, verificationWords, type Verification } from './certificates/verification.ts'
