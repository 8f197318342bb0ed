import { computed } from 'vue'
import { useStorage } from '@vueuse/core'
import { viewer } from '../api/session'

export const COLUMNS = [
  'status',
  'review',
  'category',
  'source',
  'authors',
  'tags',
  'language',
  'owner',
  'assignee',
  'createdAt',
  'firstPublishedAt',
  'updatedAt',
] as const
export type Column = (typeof COLUMNS)[number]
const USUAL: Column[] = ['status', 'category', 'source', 'owner', 'updatedAt']
const OF_REVISION: Column[] = ['authors', 'tags', 'language']

/** Which columns the viewer wants to see, kept in this browser. */
export function useColumns() {
  const chosen = useStorage<Column[]>(`broadsheet:columns:${viewer.value?.id}`, USUAL)
  return {
    chosen,
    shown: computed(() => COLUMNS.filter((name) => chosen.value.includes(name))),
    withRevision: computed(() => OF_REVISION.some((name) => chosen.value.includes(name))),
    asUsual: () => (chosen.value = [...USUAL]),
  }
}
