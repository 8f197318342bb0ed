import { computed, ref, shallowRef, type Ref } from 'vue'
import { watchDebounced } from '@vueuse/core'
import { ApiError, execute } from '../api/client'
import { useActions } from '../api/acting'
import { explain } from '../words'
import type { PublishDeskQuery, TypedDocumentString } from '../gql/graphql'
import { PublishDesk } from './documents'

type Done = { __typename: string; code?: string; message?: string }

/**
 * What is known of a draft beside its text, and what is done with it.
 *
 * It is read anew when the version is another one, and after everything that is done; a reader that is overtaken by a
 * newer one is dropped. What is done names the version that was shown, so nobody publishes what they have not seen.
 */
export function useDesk(draftId: Ref<string>, version: Ref<number>, changed: () => void) {
  const answer = shallowRef<PublishDeskQuery>()
  const revision = ref<number | null>(null) // which one goes live; null is the newest
  const isLoading = ref(false)
  const failure = ref('')
  let last = 0

  async function load() {
    const mine = ++last
    isLoading.value = true
    try {
      const found = await execute(PublishDesk, { id: draftId.value, revision: revision.value })
      if (mine !== last) return
      answer.value = found
      failure.value = ''
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (mine === last) failure.value = explain(error)
    } finally {
      if (mine === last) isLoading.value = false
    }
  }

  /** For a part of the panel: does something, shows what became of the draft, and keeps the part's own refusals. */
  function acting() {
    const { act, isBusy, problem } = useActions()

    async function run<Variables, Made extends Done>(
      document: TypedDocumentString<{ done: Made }, Variables>,
      variables: Omit<Variables, 'key'>,
    ): Promise<Made | undefined> {
      const made = await act(document, { ...variables, key: crypto.randomUUID() } as Variables, ({ done }) => done)
      await load()
      if (made) changed()
      return made
    }
    return { run, isBusy, problem }
  }

  watchDebounced([draftId, version, revision], load, { debounce: 300, immediate: true })
  return {
    draft: computed(() => answer.value?.draft ?? null),
    plan: computed(() => answer.value?.publishPlan ?? null),
    input: computed(() => ({ id: draftId.value, expectedVersion: answer.value?.draft?.version ?? 0 })),
    revision,
    isLoading,
    failure,
    load,
    acting,
  }
}

export type Desk = ReturnType<typeof useDesk>
