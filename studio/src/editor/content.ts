import type { CreditRole, DraftToEditQuery, RelationKind } from '../gql/graphql'

/** What an editor provides for an article, in the form in which inputs take it; empty texts and nulls are "nothing". */
export interface Content {
  title: string
  subtitle: string
  excerpt: string
  html: string
  byline: string
  slug: string
  language: string
  publishedAt: string | null
  canonicalUrl: string
  urgency: number | null
  sourceId: string | null
  categoryId: string | null
  imageId: string | null
  imageCaption: string
  creditLine: string
  licence: string
  credits: CreditItem[]
  relations: RelationItem[]
  tags: TagItem[]
}
export interface CreditItem {
  authorId: string
  role: CreditRole
  name: string
}
export interface RelationItem {
  kind: RelationKind
  targetId: string | null
  referenceId: string | null
}
export interface TagItem {
  id: string
}

export type Item = CreditItem | RelationItem | TagItem
export type Field = keyof Content
export type ListField = 'credits' | 'relations' | 'tags'
export type Draft = NonNullable<DraftToEditQuery['draft']>

/** The names of what ids point at, for people. */
export type Names = Record<string, string>

export const FIELDS: Field[] = [
  'title',
  'subtitle',
  'excerpt',
  'html',
  'byline',
  'slug',
  'language',
  'publishedAt',
  'canonicalUrl',
  'urgency',
  'sourceId',
  'categoryId',
  'imageId',
  'imageCaption',
  'creditLine',
  'licence',
  'credits',
  'relations',
  'tags',
]
export const LISTS: ListField[] = ['credits', 'relations', 'tags']
export const LONGEST_TITLE = 300

export function emptyContent(language = 'zh-Hans'): Content {
  return {
    title: '',
    subtitle: '',
    excerpt: '',
    html: '',
    byline: '',
    slug: '',
    language,
    publishedAt: null,
    canonicalUrl: '',
    urgency: null,
    sourceId: null,
    categoryId: null,
    imageId: null,
    imageCaption: '',
    creditLine: '',
    licence: '',
    credits: [],
    relations: [],
    tags: [],
  }
}

export function isList(field: Field): field is ListField {
  return (LISTS as Field[]).includes(field)
}

/** What an item of a list is known by, as the server knows it. */
export function identity(item: Item): string {
  if ('authorId' in item) return `${item.authorId} ${item.role}`
  if ('kind' in item) return item.targetId ?? item.referenceId ?? ''
  return item.id
}

export function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
}

export function changedFields(base: Content, mine: Content): Field[] {
  return FIELDS.filter((field) => !isSame(base[field], mine[field]))
}

export function copyOf(content: Content): Content {
  return JSON.parse(JSON.stringify(content))
}

/**
 * The fields as `updateArticle` takes them.
 *
 * A list is sent whole, and the server merges it by item; of one that holds more than this editor sees (`partial`),
 * only what was removed and added is sent.
 */
export function inputOf(
  base: Content,
  mine: Content,
  fields: Field[],
  partial: ListField[] = [],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, inputValue(base, mine, field, partial)]))
}

function inputValue(base: Content, mine: Content, field: Field, partial: ListField[]) {
  if (!isList(field)) return field === 'slug' ? mine.slug || null : mine[field]
  if (!partial.includes(field)) return { replace: itemsOf(mine[field]) }
  const lacks = (items: Item[]) => (item: Item) => !items.some((one) => isSame(one, item))
  return {
    remove: itemsOf(base[field]).filter(lacks(mine[field])),
    add: itemsOf(mine[field]).filter(lacks(base[field])),
  }
}

function itemsOf(items: Item[]): Item[] {
  return items.map((item) => ('name' in item ? { ...item, name: item.name || null } : item) as Item)
}

/** What `createArticle` takes. */
export function newInputOf(mine: Content): Record<string, unknown> {
  const given = changedFields(emptyContent(''), mine)
  return Object.fromEntries(given.map((field) => [field, isList(field) ? itemsOf(mine[field]) : mine[field]]))
}

type Head = Draft['head']

/** The newest revision of a draft as content. What was deleted since cannot be kept, so it is left out. */
export function contentOf(draft: Draft): Content {
  const { head } = draft
  return {
    title: head.title,
    subtitle: head.subtitle,
    excerpt: head.typedExcerpt,
    html: head.html,
    byline: head.byline,
    slug: head.slug || draft.slug,
    language: head.language,
    publishedAt: head.publishedAt,
    canonicalUrl: head.canonicalUrl,
    urgency: head.urgency,
    sourceId: head.source?.id ?? null,
    categoryId: head.category?.id ?? null,
    imageId: head.image?.id ?? null,
    imageCaption: head.imageCaption,
    creditLine: head.creditLine,
    licence: head.licence,
    credits: head.credits.flatMap(({ author, role, name }) => (author ? [{ authorId: author.id, role, name }] : [])),
    relations: head.relations.flatMap(relationOf),
    tags: head.tags.map(({ id }) => ({ id })),
  }
}

function relationOf({ kind, target, reference }: Head['relations'][number]): RelationItem[] {
  if (!target && !reference) return []
  return [{ kind, targetId: target?.id ?? null, referenceId: reference?.id ?? null }]
}

/** The lists that hold more than this editor sees: what was deleted, or is not for him. */
export function partialLists({ head }: Draft): ListField[] {
  const lists: ListField[] = []
  if (head.credits.some(({ author }) => !author)) lists.push('credits')
  if (head.relations.some(({ target, reference }) => !target && !reference)) lists.push('relations')
  return lists
}

export function namesOf({ head }: Draft): Names {
  const named = [
    head.source,
    head.category,
    head.image && { id: head.image.id, name: head.image.alt || head.image.url },
    ...head.credits.map(({ author }) => author),
    ...head.tags,
    ...head.relations
      .flatMap(({ target, reference }) => [target, reference])
      .map((one) => one && { id: one.id, name: one.title }),
  ]
  return Object.fromEntries(named.flatMap((one) => (one ? [[one.id, one.name]] : [])))
}
