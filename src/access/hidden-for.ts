import type { Role } from './person.ts'

/**
 * For `admin.hidden`: leaves a collection out of the admin for people who have no use for it. It hides,
 * it does not protect: what may be read and written is said in `access`.
 */
export function hiddenFor(...roles: Role[]) {
  return ({ user }: { user: unknown }): boolean => {
    const role = (user as { role?: Role } | null)?.role
    return role !== undefined && roles.includes(role)
  }
}
