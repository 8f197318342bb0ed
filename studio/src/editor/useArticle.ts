import { computed, onScopeDispose, reactive, ref, shallowRef, toRaw, watch } from 'vue'
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { viewer } from '../api/session'
import type { DraftToEditQuery, SavedDraftFragment } from '../gql/graphql'
import {
  changedFields,
  contentOf,
  copyOf,
  emptyContent,
  namesOf,
  partialLists,
  type Content,
  type Draft,
  type Field,
  type Names,
} from './content'
import { dropCopy, foundCopy, keepCopy, type LocalCopy } from './localCopy'
import { rebase, type Conflict } from './merge'
import { createSaver, type SaveState, type Verdict } from './saver'
import { load, sendable, store, troubleOf, type Answer, type Save } from './saving'

const COPY_MILLISECONDS = 400
type Known = SavedDraftFragment | Draft

function isWhole(draft?: Known): draft is Draft {
  return !!draft && 'html' in draft.head
}

/** An article that somebody edits: its form, how saving stands, and what has to be decided. `id` is null for a new one. */
export function useArticle(firstId: string | null, onMade: (id: string) => void) {
  const userId = viewer.value?.id ?? ''
  const id = ref(firstId)
  const version = ref(0)
  const draft = shallowRef<Known>()
  const site = shallowRef<DraftToEditQuery['site']>()
  const isReady = ref(!firstId)
  const base = shallowRef(emptyContent())
  const form = reactive(emptyContent())
  const names = reactive<Names>({})
  const state = ref<SaveState>('clean')
  const savedAt = ref<Date>()
  const problems = ref<Partial<Record<Field, string>>>({})
  const refusal = ref('')
  const conflicts = shallowRef<Conflict[]>([])
  const left = shallowRef<LocalCopy | null>(null)
  const unsaved = computed(() => changedFields(base.value, form))
  let partial: ReturnType<typeof partialLists> = []
  let held: Partial<Content> = {}
  let decidedOn: Draft | undefined // what others saved, while somebody decides about a conflict with it

  const saver = createSaver<Save>({ next, send, troubleOf, onState })

  function onState(now: SaveState) {
    const isHeld = now === 'clean' && unsaved.value.some((field) => field in held)
    state.value = isHeld ? 'held' : now
  }

  function next(isAutosave: boolean): Save | undefined {
    const content = copyOf(toRaw(form))
    // Who presses the button may know that it is taken by now.
    const fields = sendable(base.value, content, isAutosave ? held : {})
    if (!fields.length || (!id.value && !content.title.trim())) return undefined
    return { id: id.value, version: version.value, base: base.value, content, fields, partial, isAutosave }
  }

  async function send(save: Save, key: string): Promise<Verdict> {
    return take(await store(save, key), save)
  }

  function take(answer: Answer, save: Save): Verdict {
    if (answer.kind === 'refused') return hold(answer, save)
    held = {}
    problems.value = {}
    refusal.value = ''
    if (answer.kind === 'conflict') return bring(answer.head, base.value, answer.fields)
    const sent = { ...base.value, ...Object.fromEntries(save.fields.map((field) => [field, save.content[field]])) }
    savedAt.value = new Date()
    if (!save.id) become(answer.draft.id)
    if (answer.head) return bring(answer.head, sent)
    settle(answer.draft, sent)
    return 'saved'
  }

  function become(made: string) {
    dropCopy(userId, null)
    id.value = made
    onMade(made)
  }

  /** What was sent is saved. */
  function settle(saved: SavedDraftFragment, content: Content) {
    // The server makes one from the headline where there is none.
    if (!form.slug || form.slug === content.slug) form.slug = saved.slug
    base.value = { ...content, slug: saved.slug }
    version.value = saved.version
    draft.value = saved
  }

  /** Bring the form, which began with `began`, onto what the draft is now. */
  function bring(head: Draft, began: Content, refused: string[] = []): Verdict {
    const found = rebase(began, copyOf(toRaw(form)), contentOf(head), refused)
    Object.assign(names, namesOf(head))
    Object.assign(form, found.content)
    if (!found.conflicts.length) return accept(head)
    base.value = began
    decidedOn = head
    conflicts.value = found.conflicts
    return 'paused'
  }

  function accept(head: Draft): Verdict {
    partial = partialLists(head)
    base.value = contentOf(head)
    version.value = head.version
    draft.value = head
    return 'saved'
  }

  /** Show the conflicts again, with what was written since. */
  function reviewConflicts() {
    if (!decidedOn) return
    const refused = conflicts.value.map(({ field }) => field)
    conflicts.value = rebase(base.value, copyOf(toRaw(form)), contentOf(decidedOn), refused).conflicts
    if (!conflicts.value.length) decide({})
  }

  /** Somebody decided what the fields in conflict shall be. */
  function decide(values: Partial<Content>) {
    if (decidedOn) accept(decidedOn)
    decidedOn = undefined
    conflicts.value = []
    Object.assign(form, values)
    saver.resume()
  }

  /** What the server refuses is not sent again as it is; everything else is. */
  function hold(answer: Answer & { kind: 'refused' }, save: Save): Verdict {
    const named = Object.keys(answer.problems) as Field[]
    const fields = named.length ? named : save.fields
    held = { ...held, ...Object.fromEntries(fields.map((field) => [field, save.content[field]])) }
    problems.value = { ...problems.value, ...answer.problems }
    refusal.value = named.length ? '' : answer.message
    return sendable(base.value, form, held).length && named.length ? 'saved' : 'held'
  }

  async function open() {
    if (id.value) {
      const answer = await load(id.value)
      site.value = answer.site
      if (!answer.draft) return
      accept(answer.draft)
      Object.assign(names, namesOf(answer.draft))
      Object.assign(form, copyOf(base.value))
    }
    left.value = foundCopy(userId, id.value)
    // It was saved after all, and the browser ended before it could forget it.
    if (left.value && !changedFields(base.value, { ...base.value, ...left.value.mine }).length) discard()
    isReady.value = true
  }

  /** Something else than this form changed the draft. */
  async function reload() {
    if (!id.value || state.value === 'paused') return
    await saver.flush(true)
    const answer = await load(id.value)
    if (answer.draft && bring(answer.draft, base.value) === 'paused') saver.pause()
  }

  /** Go on with what was left in this browser. */
  function recover() {
    const copy = left.value
    if (!copy) return
    left.value = null
    Object.assign(names, copy.names)
    Object.assign(form, copy.mine)
    const head = draft.value
    if (!isWhole(head)) return saver.touch()
    if (bring(head, { ...base.value, ...copy.base }) === 'paused') saver.pause()
    else saver.touch()
  }

  function discard() {
    left.value = null
    dropCopy(userId, id.value)
  }

  function keep() {
    // What a crash left is kept until somebody said what to do with it.
    if (isReady.value && !left.value) keepCopy(userId, id.value, base.value, toRaw(form), toRaw(names))
  }

  const keepSoon = useDebounceFn(keep, COPY_MILLISECONDS)
  watch([form, base], () => {
    void keepSoon()
    if (isReady.value && unsaved.value.length) saver.touch()
  })
  useEventListener(window, 'pagehide', keep)
  useEventListener(window, 'online', () => state.value === 'offline' && saver.flush(true))
  useEventListener(window, 'beforeunload', (event) => {
    keep()
    if (unsaved.value.length) event.preventDefault()
  })
  onScopeDispose(() => {
    keep()
    saver.stop()
  })

  return {
    id,
    version,
    draft,
    site,
    form,
    names,
    state,
    savedAt,
    problems,
    refusal,
    conflicts,
    left,
    unsaved,
    isReady,
    open,
    reload,
    save: saver.flush,
    decide,
    reviewConflicts,
    recover,
    discard,
  }
}

export type Article = ReturnType<typeof useArticle>
