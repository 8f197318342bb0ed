import type { Permission, Role } from '../gql/graphql'

/** The roles from the least to the most; each may what those before it may, and what `ADDED` names. */
export const ROLES: Role[] = ['READER', 'CONTRIBUTOR', 'EDITOR', 'PUBLISHER', 'ADMIN']
export const ADDED: Record<Role, Permission[]> = {
  READER: ['OWN_ACCOUNT', 'READ_EVENTS'],
  CONTRIBUTOR: ['WRITE'],
  EDITOR: ['EDIT', 'RECORD_HITS'],
  PUBLISHER: ['PUBLISH'],
  ADMIN: ['DELETE', 'READ_AUDIT', 'MANAGE_ENDPOINTS', 'MANAGE_USERS'],
}
export const PERMISSIONS = ROLES.flatMap((role) => ADDED[role])

export function mayAs(role: Role, permission: Permission) {
  return ROLES.slice(0, ROLES.indexOf(role) + 1).some((one) => ADDED[one].includes(permission))
}
