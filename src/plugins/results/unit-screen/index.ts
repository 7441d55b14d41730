import type { Config } from 'payload'

/** Adds the page `/admin/unit-objections`, where a unit's editors object and see what became of it. */
export function withUnitScreen(config: Config): Config {
  const { admin } = config
  return {
    ...config,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        views: {
          ...admin?.components?.views,
          unitObjections: {
            Component: '/src/plugins/results/unit-screen/UnitView.tsx#UnitView',
            path: '/unit-objections',
            exact: true,
            meta: { title: '公示与异议' },
          },
        },
      },
    },
  }
}
