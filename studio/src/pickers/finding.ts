import { execute } from '../api/client'
import { FindAuthors, FindCategories, FindDrafts, FindPeople, FindReferences, FindSources, FindTags } from './documents'

/** Something that can be picked: its id, its name, and what tells it apart from others of that name. */
export interface Choice {
  id: string
  name: string
  hint?: string
}

export type Kind = 'source' | 'author' | 'tag' | 'category' | 'draft' | 'reference' | 'person'

/** What of a kind is found by a text; without one, the first of all. */
export async function find(kind: Kind, text: string): Promise<Choice[]> {
  const search = text.trim() || null
  switch (kind) {
    case 'source':
      return (await execute(FindSources, { search })).found?.nodes ?? []
    case 'author':
      return (await execute(FindAuthors, { search })).found?.nodes ?? []
    case 'tag':
      return (await execute(FindTags, { search })).found?.nodes ?? []
    case 'category':
      return ((await execute(FindCategories, { search })).found?.nodes ?? []).map(
        ({ category: { id, name, path } }) => ({ id, name, hint: path }),
      )
    case 'draft':
      return ((await execute(FindDrafts, { search })).found?.nodes ?? []).map(({ id, title }) => ({ id, name: title }))
    case 'reference':
      return ((await execute(FindReferences, { search })).found?.nodes ?? []).map(
        ({ reference: { id, title, url } }) => ({ id, name: title, hint: url }),
      )
    case 'person':
      return (await execute(FindPeople, {})).found.nodes.filter(({ name }) => name.includes(text))
  }
}
