/** A PDF for one reader; no cache keeps it. */
export function pdfAnswer(
  body: BodyInit,
  name: string,
  as: 'inline' | 'attachment' = 'attachment',
): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `${as}; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
