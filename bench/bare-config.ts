import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, type CollectionConfig, type Field, type SanitizedConfig } from 'payload'
import { entryCollections } from '../src/collections/entries/index.ts'
import { Campaigns } from '../src/collections/campaigns.ts'
import { ReviewLogs } from '../src/collections/review-logs.ts'
import { Tracks } from '../src/collections/tracks.ts'
import { Units } from '../src/collections/units.ts'

/**
 * The peer of our entries: plain Payload with the very fields of ours, on the same tables and indexes,
 * but without a hook, an access rule or an endpoint. Whoever asks may do everything, nothing is checked.
 */
export async function bareConfig(): Promise<SanitizedConfig> {
  const connectionString = process.env.DATABASE_URL!
  return buildConfig({
    secret: process.env.PAYLOAD_SECRET!,
    serverURL: process.env.PUBLIC_URL!,
    db: postgresAdapter({ pool: { connectionString, max: 20 }, push: false }),
    collections: [
      ...[Campaigns, Tracks, Units, ...entryCollections, ReviewLogs].map(bared),
      { slug: 'media', access: open, fields: [{ name: 'alt', type: 'text' }] },
      {
        slug: 'peer-votes',
        access: open,
        fields: [
          { name: 'participant', type: 'number' },
          { name: 'entry', type: 'text' },
          { name: 'day', type: 'number' },
          { name: 'place', type: 'number' },
        ],
      },
      { slug: 'users', auth: true, access: open, fields: [] },
    ],
    defaultDepth: 1,
    telemetry: false,
  })
}

const all = () => true
const open = { create: all, read: all, update: all, delete: all }

function bared({ slug, fields, indexes }: CollectionConfig): CollectionConfig {
  return { slug, indexes, access: open, fields: fields.map(bareField) }
}

const left = ['access', 'hooks', 'admin', 'validate', 'filterOptions']

// The editor's look, the rules and the checks stay out; names, types and what shapes the tables stay.
function bareField(field: Field): Field {
  const kept: any = Object.fromEntries(
    Object.entries(field).filter(([name]) => !left.includes(name)),
  )
  if (kept.fields) kept.fields = kept.fields.map(bareField)
  if (kept.tabs) {
    kept.tabs = kept.tabs.map((tab: any) => ({ ...tab, fields: tab.fields.map(bareField) }))
  }
  return kept
}
