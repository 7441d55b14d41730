import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from 'payload'
import { favicon } from './brand/favicon.ts'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** The admin's brand, start page and limits. Components are named by path; Next builds them. */
export const admin: NonNullable<Config['admin']> = {
  user: 'users',
  importMap: {
    baseDir: root,
    importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
  },
  dateFormat: 'yyyy-MM-dd HH:mm',
  timezones: {
    defaultTimezone: 'Asia/Shanghai',
    supportedTimezones: [{ label: '北京时间', value: 'Asia/Shanghai' }],
  },
  meta: {
    titleSuffix: ' · 江苏工会好网民活动',
    description: '网聚职工正能量 争做中国好网民',
    icons: [{ rel: 'icon', type: 'image/svg+xml', url: favicon }],
    defaultOGImageType: 'off',
    robots: 'noindex, nofollow',
  },
  avatar: 'default',
  components: {
    graphics: {
      Icon: '/src/admin/brand/Icon.tsx#Icon',
      Logo: '/src/admin/brand/Logo.tsx#Logo',
    },
    beforeLogin: ['/src/admin/brand/LoginLead.tsx#LoginLead'],
    Nav: '/src/admin/nav/Nav.tsx#Nav',
    views: { dashboard: { Component: '/src/admin/dashboard/Dashboard.tsx#Dashboard' } },
  },
  autoLogin: false,
}
