import type { Config } from 'payload'

/** Adds the page `/admin/unit-certificates`, where a unit's editors find what their works were given. */
export function withUnitCertificates(config: Config): Config {
  const { admin } = config
  const views = {
    ...admin?.components?.views,
    unitCertificates: {
      Component: '/src/plugins/certificates/unit-screen/UnitView.tsx#UnitView',
      path: '/unit-certificates' as const,
      exact: true,
      meta: { title: '本单位证书' },
    },
  }
  return { ...config, admin: { ...admin, components: { ...admin?.components, views } } }
}
