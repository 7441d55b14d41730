import type { PayloadRequest } from 'payload'

/** The name of a unit, or null without one. */
export async function unitName(req: PayloadRequest, id: number | null): Promise<string | null> {
  if (id === null) return null
  const unit = await req.payload.findByID({
    collection: 'units',
    id,
    depth: 0,
    select: { name: true },
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return unit?.name ?? null
}
