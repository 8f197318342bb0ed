import { reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * What a page shows, kept in its address, so that it survives a reload and can be sent to a colleague.
 *
 * `none` names the values and has what each is when the address does not tell.
 */
export function useAddress<State extends Record<string, string>>(none: State): State {
  const route = useRoute()
  const router = useRouter()
  const { path } = route
  const state = reactive({ ...none }) as State

  function read() {
    if (route.path !== path) return // the page is being left
    for (const name in none) state[name] = (route.query[name] ?? none[name]) as State[typeof name]
  }
  function write() {
    const given = Object.entries(state).filter(([name, value]) => value !== none[name])
    if (route.path === path) void router.replace({ query: Object.fromEntries(given) })
  }

  watch(() => route.query, read, { immediate: true })
  watch(state, write)
  return state
}
