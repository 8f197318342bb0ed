import { computed } from 'vue'
import { useAddress } from '../api/address'
import { viewer } from '../api/session'
import { startOf } from '../api/zone'
import type { DraftOrder, DraftStatus, DraftWhere, ReviewState } from '../gql/graphql'

export const STATUSES: DraftStatus[] = ['DRAFT', 'PUBLISHED', 'UNPUBLISHED', 'TAKEN_DOWN']
export const REVIEWS: ReviewState[] = ['REQUESTED', 'CHANGES_REQUESTED', 'NONE']
export const ORDERS: DraftOrder[] = ['RECENTLY_UPDATED', 'LONGEST_UNTOUCHED', 'NEWEST', 'TITLE']
export const PEOPLE = ['mine', 'assigned', 'unassigned'] as const

const NONE = {
  shelf: '', // 'trash' is the trash
  search: '',
  title: '',
  status: '',
  review: '',
  people: '',
  category: '',
  source: '',
  author: '',
  tag: '',
  language: '',
  dates: 'updated', // or 'created'
  from: '',
  to: '',
  order: 'RECENTLY_UPDATED',
}
export type Filters = typeof NONE

export function useFilters() {
  const filters = useAddress(NONE)
  return {
    filters,
    where: computed(() => whereOf(filters)),
    order: computed(() => among(ORDERS, filters.order) ?? 'RECENTLY_UPDATED'),
    clear: () => Object.assign(filters, NONE, { shelf: filters.shelf, order: filters.order }),
  }
}

/** How many of the filters that stand behind "more" are set. */
export function hiddenCount({ title, review, source, author, tag, language, from, to }: Filters) {
  return [title, review, source, author, tag, language, from || to].filter(Boolean).length
}

function whereOf(filters: Filters): DraftWhere {
  const dates = { since: startOf(filters.from), before: startOf(filters.to, 1) }
  const status = among(STATUSES, filters.status)
  const review = among(REVIEWS, filters.review)
  return {
    titleContains: filters.title || null,
    statuses: status ? [status] : null,
    reviews: review ? [review] : null,
    ownerId: filters.people === 'mine' ? viewer.value?.id : null,
    assigneeId: filters.people === 'assigned' ? viewer.value?.id : null,
    isAssigned: filters.people === 'unassigned' ? false : null,
    category: filters.category ? { under: filters.category } : null,
    source: filters.source ? { id: filters.source } : null,
    author: filters.author ? { id: filters.author } : null,
    tag: filters.tag ? { id: filters.tag } : null,
    language: filters.language || null,
    [filters.dates === 'created' ? 'createdAt' : 'updatedAt']: filters.from || filters.to ? dates : null,
  }
}

function among<Word extends string>(words: Word[], given: string) {
  return words.find((word) => word === given)
}
