import type {
  CollectionBeforeChangeHook,
  CollectionBeforeLoginHook,
  CollectionBeforeValidateHook,
} from 'payload'
import { personOf } from '../access/person.ts'
import { isSameOrBelow } from '../domain/unit-tree.ts'
import { refusal } from './refuse.ts'
import { holdUnit } from './unit-path.ts'
import { idOf } from '../fields/id-of.ts'

const shortestPassword = 10

/** A password has 10 characters at least and is not the account's own address. */
export const checkPassword: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const password: unknown = data?.password
  if (password === undefined || password === null || password === '') return data
  if (typeof password !== 'string' || password.length < shortestPassword || password.length > 200) {
    const words = {
      zh: `密码至少 ${shortestPassword} 位`,
      en: `A password needs at least ${shortestPassword} characters`,
    }
    throw refusal(400, words, { code: 'weak-password', path: 'password' })
  }
  const email = String(data?.email ?? originalDoc?.email ?? '').toLowerCase()
  if (
    email &&
    password.toLowerCase().includes(email.split('@')[0]!) &&
    email.split('@')[0]!.length >= 5
  ) {
    throw refusal(
      400,
      { zh: '密码不能含有账号名', en: 'A password must not contain the account’s name' },
      { code: 'weak-password', path: 'password' },
    )
  }
  return data
}

/**
 * Who may give which powers: the province any; an editor makes and changes editors of units below
 * the own one; nobody changes the own role, unit or switch. Keeps the unit's path on the account.
 */
export const checkAccount: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  const person = personOf(req)
  const unitId = idOf(data.unit)
  await holdUnit(req, unitId)
  const unit =
    unitId === null
      ? null
      : await req.payload.findByID({
          collection: 'units',
          id: unitId,
          depth: 0,
          disableErrors: true,
          req,
        })
  if (unitId !== null && !unit)
    throw refusal(
      400,
      { zh: '单位不存在', en: 'There is no such unit' },
      { code: 'no-unit', path: 'unit' },
    )
  if (data.role === 'editor' && !unit) {
    throw refusal(
      400,
      { zh: '单位编辑须属于一个单位', en: 'An editor belongs to a unit' },
      { code: 'no-unit', path: 'unit' },
    )
  }
  const changed = (name: string) => operation === 'create' || originalDoc?.[name] !== data[name]
  const powers =
    changed('role') ||
    changed('active') ||
    operation === 'create' ||
    idOf(originalDoc?.unit) !== unitId
  if (person && powers) {
    const own = operation === 'update' && originalDoc.id === person.id
    const below = Boolean(
      unit?.path &&
      person.unitPath &&
      unit.path !== person.unitPath &&
      isSameOrBelow(unit.path, person.unitPath),
    )
    const may =
      !own &&
      (person.role === 'province' || (person.role === 'editor' && data.role === 'editor' && below))
    if (!may) {
      const words = { zh: '您不能授予这样的角色或单位', en: 'You may not give this role or unit' }
      throw refusal(403, words, { code: 'not-yours-to-give' })
    }
  }
  return { ...data, unitPath: unit?.path ?? null }
}

/** Switching an account off ends its sessions at once. */
export const endSessionsWhenSwitchedOff: CollectionBeforeChangeHook = ({ data }) =>
  data.active === false ? { ...data, sessions: [] } : data

export const refuseSwitchedOff: CollectionBeforeLoginHook = ({ user }) => {
  if (user.active === false) {
    throw refusal(
      403,
      { zh: '账号已停用，请联系上级单位', en: 'This account is switched off' },
      { code: 'switched-off' },
    )
  }
  return user
}
