import { useMediaQuery } from '@vueuse/core'
import { computed } from 'vue'

/** How many facts stand beside each other in a table of facts; one on a phone. */
export function useFactColumns() {
  const isWide = useMediaQuery('(min-width: 801px)')
  return computed(() => (isWide.value ? 2 : 1))
}
