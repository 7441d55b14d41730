import type { CollectionConfig } from 'payload'
import { nobody, province, staff, staffButJudges } from '../access/person.ts'
import { plainly } from '../access/rule.ts'
import { createUsers, readUsers, updateUsers } from '../access/users.ts'
import { hiddenFor } from '../access/hidden-for.ts'
import { serverOwned } from '../fields/server-owned.ts'
import { environment } from '../environment.ts'
import {
  checkAccount,
  checkPassword,
  endSessionsWhenSwitchedOff,
  refuseSwitchedOff,
} from '../hooks/account.ts'
import { passwordMail } from './password-mail.ts'

const powers = '/src/admin/account/powers.tsx'

/** Staff accounts. Nobody deletes one: logs name it for years; it is switched off. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { zh: '账号', en: 'Account' }, plural: { zh: '账号', en: 'Accounts' } },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 8,
    lockTime: 15 * 60 * 1000,
    useSessions: true,
    cookies: { sameSite: 'Lax', secure: environment().publicUrl.startsWith('https:') },
    forgotPassword: {
      expiration: 60 * 60 * 1000,
      generateEmailHTML: passwordMail.html,
      generateEmailSubject: passwordMail.subject,
    },
  },
  access: {
    create: createUsers,
    read: readUsers,
    update: updateUsers,
    delete: nobody as () => boolean,
    readVersions: nobody as () => boolean,
    admin: plainly(staff),
    unlock: plainly(province),
  },
  admin: {
    hidden: hiddenFor('judge'),
    useAsTitle: 'name',
    group: { zh: '组织与账号', en: 'People and units' },
    defaultColumns: ['name', 'email', 'role', 'unit', 'active'],
    listSearchableFields: ['name', 'email'],
    hideAPIURL: true,
  },
  disableDuplicate: true,
  disableBulkEdit: true,
  // Judges may not read locks, and the page of the own account would ask for them.
  lockDocuments: false,
  hooks: {
    beforeValidate: [checkPassword],
    beforeChange: [checkAccount, endSessionsWhenSwitchedOff],
    beforeLogin: [refuseSwitchedOff],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 50,
      label: { zh: '姓名', en: 'Name' },
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'editor',
      saveToJWT: true,
      label: { zh: '角色', en: 'Role' },
      admin: { components: { Field: `${powers}#RoleField` } },
      options: [
        { value: 'province', label: { zh: '省级管理', en: 'Province' } },
        { value: 'editor', label: { zh: '单位编辑', en: 'Editor' } },
        { value: 'judge', label: { zh: '评委', en: 'Judge' } },
        { value: 'supervisor', label: { zh: '网信办', en: 'Supervisor' } },
      ],
    },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'units',
      index: true,
      label: { zh: '单位', en: 'Unit' },
      admin: {
        allowCreate: false,
        allowEdit: false,
        components: { Field: `${powers}#UnitField` },
      },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { zh: '启用', en: 'Active' },
      admin: { components: { Field: `${powers}#ActiveField` } },
    },
    serverOwned(
      {
        name: 'unitPath',
        type: 'text',
        index: true,
        label: { zh: '单位路径', en: 'Unit path' },
        admin: { hidden: true },
      },
      staffButJudges,
    ),
  ],
}
