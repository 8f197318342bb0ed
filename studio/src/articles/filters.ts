import { computed, reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { viewer } from '../api/session'
import type { DraftOrder, DraftStatus, DraftWhere, ReviewState } from '../gql/graphql'

export const STATUSES: DraftStatus[] = ['DRAFT', 'PUBLISHED', 'UNPUBLISHED', 'TAKEN_DOWN']
export const REVIEWS: ReviewState[] = ['REQUESTED', 'CHANGES_REQUESTED', 'NONE']
export const ORDERS: DraftOrder[] = ['RECENTLY_UPDATED', 'LONGEST_UNTOUCHED', 'NEWEST', 'TITLE']

export interface Filters {
  search: string
  status: DraftStatus | ''
  review: ReviewState | ''
  people: 'mine' | 'assigned' | ''
  category: string
  source: string
  order: DraftOrder
}

const NONE: Filters = {
  search: '',
  status: '',
  review: '',
  people: '',
  category: '',
  source: '',
  order: 'RECENTLY_UPDATED',
}

/** What the list shows. It stands in the page's address, so it survives a reload and can be sent to a colleague. */
export function useFilters() {
  const route = useRoute()
  const router = useRouter()
  const filters = reactive<Filters>({ ...NONE })

  watch(() => route.query, (query) => Object.assign(filters, NONE, query), { immediate: true })
  watch(filters, (now) => {
    const given = Object.entries(now).filter(([name, value]) => value !== NONE[name as keyof Filters])
    void router.replace({ query: Object.fromEntries(given) })
  })
  return { filters, where: computed(() => whereOf(filters)) }
}

function whereOf(filters: Filters): DraftWhere {
  return {
    titleContains: filters.search || null,
    statuses: filters.status ? [filters.status] : null,
    reviews: filters.review ? [filters.review] : null,
    ownerId: filters.people === 'mine' ? viewer.value?.id : null,
    assigneeId: filters.people === 'assigned' ? viewer.value?.id : null,
    category: filters.category ? { under: filters.category } : null,
    source: filters.source ? { id: filters.source } : null,
  }
}
