import type { Config } from 'payload'
import { withPage } from '../../../hooks/extend.ts'

/** Adds the page `/admin/unit-objections`, where a unit's editors object and see what became of it. */
export const withUnitScreen = (config: Config): Config =>
  withPage(config, 'unitObjections', {
    component: '/src/plugins/results/unit-screen/UnitView.tsx#UnitView',
    path: '/unit-objections',
    title: '公示与异议',
  })
