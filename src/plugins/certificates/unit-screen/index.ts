import type { Config } from 'payload'
import { withPage } from '../../../hooks/extend.ts'

/** Adds the page `/admin/unit-certificates`, where a unit's editors find what their works were given. */
export const withUnitCertificates = (config: Config): Config =>
  withPage(config, 'unitCertificates', {
    component: '/src/plugins/certificates/unit-screen/UnitView.tsx#UnitView',
    path: '/unit-certificates',
    title: '本单位证书',
  })
