import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

const root = path.dirname(fileURLToPath(import.meta.url))

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Fastify in front of it compresses nothing twice and names no framework.
  outputFileTracingRoot: root,
  turbopack: { root },
  // `npm run check` reads the types; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Looks for Node's own modules when it is loaded, which a bundle hides from it.
  // Typefaces are read from their packages, and drawn with what reads its own files.
  serverExternalPackages: ['exifr', 'pdfkit', 'fontkit'],
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: '4mb' } },
}

export default withPayload(config)
