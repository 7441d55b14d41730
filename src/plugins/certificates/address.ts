import { environment } from '../../environment.ts'

/** Where people look a certificate up; what its QR code says. */
export const addressOf = (number: string): string =>
  `${environment().publicUrl}/v1/certificates/${number}`
