import { ref, shallowRef, watch, type WatchSource } from 'vue'
import { ApiError } from './client'

export interface Page<Row> {
  nodes: Row[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
  totalCount: number
}

/**
 * One page of a list at a time, by its cursors: the first whenever `watched` changes, then forth and back. Whoever may
 * see nothing of it gets no page, and an empty list.
 *
 * Rows of other pages are not kept, so the longest list needs no more memory than the shortest. An answer that comes
 * after a newer question is dropped.
 */
export function useConnection<Row>(
  load: (after: string | null, signal: AbortSignal) => Promise<Page<Row> | null | undefined>,
  watched: WatchSource[],
) {
  const rows = shallowRef<Row[]>([])
  const total = ref(0)
  const isLoading = ref(false)
  const error = shallowRef<ApiError>()
  const next = ref<string | null>(null)
  const cursors = ref<(string | null)[]>([null]) // how each page up to this one began
  let aborter: AbortController | undefined

  async function open(path: (string | null)[]) {
    aborter?.abort()
    const mine = (aborter = new AbortController())
    isLoading.value = true
    error.value = undefined
    try {
      const page = await load(path[path.length - 1], mine.signal)
      if (mine.signal.aborted) return
      rows.value = page?.nodes ?? []
      total.value = page?.totalCount ?? 0
      next.value = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null
      cursors.value = path
    } catch (problem) {
      if (mine.signal.aborted) return
      if (!(problem instanceof ApiError)) throw problem
      error.value = problem
    } finally {
      if (aborter === mine) isLoading.value = false
    }
  }

  watch(watched, () => open([null]), { immediate: true })
  return {
    rows,
    total,
    isLoading,
    error,
    next,
    cursors,
    forth: () => open([...cursors.value, next.value]),
    back: () => open(cursors.value.slice(0, -1)),
    reload: () => open(cursors.value),
  }
}
