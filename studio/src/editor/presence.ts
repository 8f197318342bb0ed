import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { useDocumentVisibility, useEventListener, useIntervalFn } from '@vueuse/core'
import { ApiError, execute } from '../api/client'
import { viewer } from '../api/session'
import { graphql } from '../gql'
import type { AnnouncePresenceMutation } from '../gql/graphql'

const BEAT_MS = 20_000
const EDITING_MS = 60_000 // whoever typed nothing for so long only looks

const AnnouncePresence = graphql(`
  mutation AnnouncePresence($id: ID!, $isEditing: Boolean!) {
    announced: announcePresence(id: $id, isEditing: $isEditing) {
      ... on DraftPayload {
        draft {
          version
          presence {
            isEditing
            since
            user {
              id
              name
            }
          }
          lock {
            user {
              id
              name
            }
          }
        }
      }
    }
  }
`)
const WithdrawPresence = graphql(`
  mutation WithdrawPresence($id: ID!) {
    withdrawPresence(id: $id) {
      __typename
    }
  }
`)
const HoldLock = graphql(`
  mutation HoldLock($id: ID!, $takeOver: Boolean!) {
    held: lockArticle(id: $id, takeOver: $takeOver) {
      __typename
    }
  }
`)
const ReleaseLock = graphql(`
  mutation ReleaseLock($id: ID!) {
    released: unlockArticle(id: $id) {
      __typename
    }
  }
`)

type Draft = NonNullable<Extract<AnnouncePresenceMutation['announced'], { draft: unknown }>['draft']>

/** Says every 20 seconds that the viewer has the draft open, and who else has. `onVersion` is told the draft's version. */
export function usePresence(id: Ref<string>, onVersion: (version: number) => void) {
  const draft = shallowRef<Draft>()
  const isVisible = useDocumentVisibility()
  const typedAt = ref(0)
  const isEditing = ref(false)
  const others = computed(() => (draft.value?.presence ?? []).filter(({ user }) => user.id !== viewer.value?.id))
  const lock = computed(() => draft.value?.lock?.user ?? null)
  const isOwnLock = computed(() => lock.value !== null && lock.value.id === viewer.value?.id)
  let last = 0
  let isReleased = false // a beat that was under way must not take back what was given up

  async function beat() {
    const mine = ++last
    const asked = id.value
    isEditing.value = isVisible.value === 'visible' && Date.now() - typedAt.value < EDITING_MS
    try {
      if (isOwnLock.value && !isReleased) await execute(HoldLock, { id: asked, takeOver: false })
      const { announced } = await execute(AnnouncePresence, { id: asked, isEditing: isEditing.value })
      if (mine !== last) return
      draft.value = 'draft' in announced ? announced.draft : undefined
      if (!lock.value) isReleased = false
      if (draft.value) onVersion(draft.value.version)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      // Who is there is not known while the server does not answer; the editor itself tells of that.
      if (mine === last) draft.value = undefined
    }
  }

  async function send(asking: Promise<unknown>) {
    try {
      await asking
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
    }
  }

  async function leave(former: string) {
    last++
    draft.value = undefined
    typedAt.value = 0
    await send(execute(WithdrawPresence, { id: former }, undefined, true))
  }

  async function hold() {
    isReleased = false
    await send(execute(HoldLock, { id: id.value, takeOver: true }))
    await beat()
  }

  async function release() {
    isReleased = true
    await send(execute(ReleaseLock, { id: id.value }))
    await beat()
  }

  useIntervalFn(beat, BEAT_MS, { immediateCallback: true })
  watch(isVisible, (now) => now === 'visible' && beat())
  watch(id, async (_now, former) => {
    await leave(former)
    await beat()
  })
  useEventListener(document, 'input', () => {
    typedAt.value = Date.now()
    if (!isEditing.value) {
      isEditing.value = true // at once, and one time
      void beat()
    }
  })
  // The page may come back from the browser's memory as it was.
  useEventListener(window, 'pagehide', () => void leave(id.value))
  useEventListener(window, 'pageshow', (event) => event.persisted && void beat())
  onScopeDispose(() => void leave(id.value))

  return { others, lock, isOwnLock, hold, release }
}
