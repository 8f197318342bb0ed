import { shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ApiError, execute } from '../api/client'
import { NamesOfNodes, type DeskDraft, type Plan } from './documents'

const PREFIXES: Record<string, string> = {
  article: 'art',
  author: 'aut',
  category: 'cat',
  collection: 'col',
  source: 'src',
  tag: 'tag',
}
const MOST_NAMES = 100

export interface Place {
  tag: string
  kind: string
  name: string
}

/** The lists and pages of a plan by their names: what readers see of them, else what the draft calls them. */
export function usePlaces(draft: Ref<DeskDraft | null>, plan: Ref<Plan | null>) {
  const { t, te } = useI18n()
  const names = shallowRef(new Map<string, string>())

  watch(
    plan,
    async (now) => {
      const ids = (now?.lists ?? []).map(({ tag }) => idOf(tag)).filter((id) => id && !names.value.has(id))
      if (!ids.length) return
      try {
        const { nodes } = await execute(NamesOfNodes, { ids: ids.slice(0, MOST_NAMES) })
        names.value = new Map([...names.value, ...nodes.filter((node) => !!node).map(named)])
      } catch (error) {
        if (!(error instanceof ApiError)) throw error // the tags alone tell enough
      }
    },
    { immediate: true },
  )

  function placeOf(tag: string): Place {
    const kind = tag.split(':')[0]
    const whole = `publishing.lists.${tag.replace(':', '_')}`
    if (te(whole)) return { tag, kind: '', name: t(whole) }
    const name = names.value.get(idOf(tag)) ?? namesOf(draft.value).get(idOf(tag)) ?? tag
    return { tag, kind: te(`publishing.lists.${kind}`) ? t(`publishing.lists.${kind}`) : kind, name }
  }

  return { placeOf }
}

function idOf(tag: string) {
  const [kind, number] = tag.split(':')
  return kind in PREFIXES ? `${PREFIXES[kind]}_${number}` : ''
}

type Named = { id: string; name?: string; title?: string }

function named(node: Named): [string, string] {
  return [node.id, node.name ?? node.title ?? node.id]
}

function namesOf(draft: DeskDraft | null) {
  const head = draft?.head
  if (!head) return new Map<string, string>()
  const authors = head.credits.map(({ author }) => author).filter((author) => !!author)
  const known: Named[] = [...(head.category?.breadcrumb ?? []), ...authors, ...head.tags]
  if (head.source) known.push(head.source)
  if (head.category) known.push(head.category)
  return new Map(known.map(named))
}
