import { viewer } from '../api/session'
import type { AssetOrder, AssetType, AssetWhere } from '../gql/graphql'

export const ORDERS: AssetOrder[] = ['NEWEST', 'OLDEST', 'LARGEST']

export interface Filters {
  search: string
  kind: 'image' | AssetType | ''
  use: 'used' | 'unused' | 'expired' | ''
  people: 'mine' | ''
  order: AssetOrder
}

export const NONE: Filters = { search: '', kind: '', use: '', people: '', order: 'NEWEST' }

export function whereOf(filters: Filters): AssetWhere {
  return {
    isImage: filters.kind === 'image' ? true : null,
    types: filters.kind && filters.kind !== 'image' ? [filters.kind] : null,
    isUsed: filters.use === 'used' ? true : filters.use === 'unused' ? false : null,
    isExpired: filters.use === 'expired' ? true : null,
    uploaderId: filters.people === 'mine' ? viewer.value?.id : null,
  }
}
