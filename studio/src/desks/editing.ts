import { computed, ref } from 'vue'
import { attempt, type Answer } from './attempting'
import { byField } from './problems'
import type { Field, Values } from './kinds'

interface Stored {
  version: number
  values: Values
}

/**
 * A form over something that others may change meanwhile.
 *
 * Only what was changed here is sent. If somebody was faster, their changes of other fields are taken over; of the same
 * field both are shown, and saving again keeps what is typed here.
 */
export function useEditing<Thing extends Stored>(fields: () => Field[]) {
  const values = ref<Values>({})
  const problems = ref<Record<string, string>>({})
  const meanwhile = ref<Values>({})
  const isSaving = ref(false)
  const stored = ref<Thing>()
  let base: Values = {}

  const names = () => fields().map(({ name }) => name)
  const changes = computed(() =>
    Object.fromEntries(
      names()
        .filter(differs)
        .map((name) => [name, values.value[name]]),
    ),
  )
  const isChanged = computed(() => Object.keys(changes.value).length > 0)

  function differs(name: string) {
    return (values.value[name] ?? '') !== (base[name] ?? '')
  }

  /** Begin with what is stored, or with nothing but some values. */
  function begin(thing: Thing | undefined, fresh: Values = {}) {
    stored.value = thing
    base = thing ? { ...thing.values } : {}
    values.value = { ...base, ...fresh }
    problems.value = {}
    meanwhile.value = {}
  }

  /** Whether it is saved. */
  async function save(
    saving: (thing: Thing | undefined, input: Values) => Promise<Answer>,
    again: (thing: Thing) => Promise<Thing | undefined>,
  ) {
    isSaving.value = true
    problems.value = {}
    try {
      const refused = await attempt(() => saving(stored.value as Thing | undefined, changes.value))
      if (!refused) return true
      problems.value = byField(refused, names())
      if (refused.code === 'VERSION_CONFLICT' && stored.value) await catchUp(again)
      return false
    } finally {
      isSaving.value = false
    }
  }

  async function catchUp(again: (thing: Thing) => Promise<Thing | undefined>) {
    let now: Thing | undefined
    await attempt(async () => ((now = await again(stored.value as Thing)), {}))
    if (!now) return
    for (const name of names()) {
      if (now.values[name] === base[name]) continue
      if (differs(name)) meanwhile.value = { ...meanwhile.value, [name]: now.values[name] }
      else values.value = { ...values.value, [name]: now.values[name] }
    }
    stored.value = now
    base = { ...now.values }
  }

  return { values, problems, meanwhile, isSaving, isChanged, stored, begin, save }
}
