import { execute } from '../api/client'
import type { Page } from '../api/connection'
import type { Kind } from '../pickers/finding'
import type { Answer } from './attempting'
import * as ask from './documents'

/** One field of a form. Its label is `desks.fields.NAME`, its help `desks.help.NAME` if there is such a text. */
export interface Field {
  name: string
  type?: 'text' | 'lines' | 'choice' | 'switch' | 'draft'
  choices?: readonly string[]
  isRequired?: boolean
}

export type Values = Record<string, unknown>

/** Something that is listed. `count` is of its public articles. */
export interface Row {
  id: string
  version: number
  name: string
  values: Values
  count?: number
  target?: { id: string; title: string } | null
  isPublic?: boolean // whether readers are led on
}

export interface Question {
  search?: string | null
  ids?: string[]
  first?: number
  after?: string | null
}

/** What the list of a kind shows, and what editors do to it. */
export interface ListKind {
  fields: Field[]
  columns: string[] // names of fields that the list shows besides the name
  picker?: Kind // by which another is found to merge into
  filter?: string // by which the list of articles shows those of one
  list: (question: Question, signal?: AbortSignal) => Promise<Page<Row> | null | undefined>
  again: (row: Row) => Promise<Row | undefined> // as it is now
  create: (input: Values) => Promise<Answer>
  update: (row: Row, input: Values) => Promise<Answer>
  remove: (row: Row) => Promise<Answer>
  merge?: (row: Row, into: Row) => Promise<Answer>
}

export type KindName = 'authors' | 'sources' | 'tags' | 'references' | 'redirects'

const key = () => crypto.randomUUID()
const at = ({ id, version }: Row) => ({ id, expectedVersion: version })
const both = (row: Row, into: Row) => ({ ...at(row), intoId: into.id, intoExpectedVersion: into.version })
const SOURCE_KINDS = ['NEWSPAPER', 'AGENCY', 'BROADCASTER', 'MAGAZINE', 'PORTAL', 'GOVERNMENT', 'OTHER'] as const

type Node = { id: string; version: number; name: string; articles: { totalCount: number } }

/** The rows of a page whose nodes are known by a name. */
function named(page?: Page<Node> | null): Page<Row> | null | undefined {
  const row = ({ id, version, name, ...values }: Node): Row => {
    return { id, version, name, values: { name, ...values }, count: values.articles.totalCount }
  }
  return page && { ...page, nodes: page.nodes.map(row) }
}

const again = (list: ListKind['list']) => async (row: Row) => (await list({ ids: [row.id], first: 1 }))?.nodes[0]

const listSources: ListKind['list'] = async (question, signal) =>
  named((await execute(ask.SourceList, question, signal)).page)
const listAuthors: ListKind['list'] = async (question, signal) =>
  named((await execute(ask.AuthorList, question, signal)).page)
const listTags: ListKind['list'] = async (question, signal) =>
  named((await execute(ask.TagList, question, signal)).page)

const listReferences: ListKind['list'] = async ({ search, first, after }, signal) => {
  const { page } = await execute(ask.ReferenceList, { search, first, after }, signal)
  const row = ({ reference, target }: NonNullable<typeof page>['nodes'][number]): Row => ({
    ...reference,
    name: reference.title,
    values: { ...reference, targetId: target?.id ?? null },
    target,
  })
  return page && { ...page, nodes: page.nodes.map(row) }
}

const listRedirects: ListKind['list'] = async ({ search, first, after }, signal) => {
  const { page } = await execute(ask.RedirectList, { search, first, after }, signal)
  const row = ({ redirect, target }: NonNullable<typeof page>['nodes'][number]): Row => ({
    ...redirect,
    name: redirect.path,
    isPublic: !!redirect.url,
    // Of an article the address is told, too, but it is not what was typed.
    values: { ...redirect, url: target ? '' : redirect.url, articleId: target?.id ?? null },
    target,
  })
  return page && { ...page, nodes: page.nodes.map(row) }
}

/** These lists cannot be asked by id; the name finds it, as long as nobody changed that. */
const bySearch = (list: ListKind['list']) => async (row: Row) =>
  (await list({ search: row.name, first: 100 }))?.nodes.find(({ id }) => id === row.id)

/** Another article that a reference means is another mutation; what came of the first one gives its version. */
async function aim(
  answer: Answer & { reference?: { id: string; version: number } },
  targetId: unknown,
): Promise<Answer> {
  if (answer.code || targetId === undefined || !answer.reference) return answer
  const { id, version } = answer.reference
  const input = { id, expectedVersion: version, targetId: targetId as string | null }
  return (await execute(ask.SetReferenceTarget, { input, key: key() })).made
}

export const KINDS: Record<KindName, ListKind> = {
  authors: {
    fields: [
      { name: 'name', isRequired: true },
      { name: 'kind', type: 'choice', choices: ['PERSON', 'ORGANIZATION'] },
      { name: 'slug' },
      { name: 'description', type: 'lines' },
      { name: 'url' },
    ],
    columns: ['kind', 'slug'],
    picker: 'author',
    filter: 'author',
    list: listAuthors,
    again: again(listAuthors),
    create: async (input) => (await execute(ask.CreateAuthor, { input: input as never, key: key() })).made,
    update: async (row, input) =>
      (await execute(ask.UpdateAuthor, { input: { ...at(row), ...input }, key: key() })).made,
    remove: async (row) => (await execute(ask.DeleteAuthor, { input: at(row) })).made,
    merge: async (row, into) => (await execute(ask.MergeAuthors, { input: both(row, into), key: key() })).made,
  },
  sources: {
    fields: [
      { name: 'name', isRequired: true },
      { name: 'kind', type: 'choice', choices: SOURCE_KINDS },
      { name: 'slug' },
      { name: 'url' },
      { name: 'licence' },
      { name: 'creditLine' },
      { name: 'language' },
    ],
    columns: ['kind', 'slug', 'url'],
    picker: 'source',
    filter: 'source',
    list: listSources,
    again: again(listSources),
    create: async (input) => (await execute(ask.CreateSource, { input: input as never, key: key() })).made,
    update: async (row, input) =>
      (await execute(ask.UpdateSource, { input: { ...at(row), ...input }, key: key() })).made,
    remove: async (row) => (await execute(ask.DeleteSource, { input: at(row) })).made,
    merge: async (row, into) => (await execute(ask.MergeSources, { input: both(row, into), key: key() })).made,
  },
  tags: {
    fields: [{ name: 'name', isRequired: true }, { name: 'slug' }, { name: 'mediaTopic' }],
    columns: ['slug', 'mediaTopic'],
    picker: 'tag',
    filter: 'tag',
    list: listTags,
    again: again(listTags),
    create: async (input) => (await execute(ask.CreateTag, { input: input as never, key: key() })).made,
    update: async (row, input) => (await execute(ask.UpdateTag, { input: { ...at(row), ...input }, key: key() })).made,
    remove: async (row) => (await execute(ask.DeleteTag, { input: at(row) })).made,
    merge: async (row, into) => (await execute(ask.MergeTags, { input: both(row, into), key: key() })).made,
  },
  references: {
    fields: [
      { name: 'title', isRequired: true },
      { name: 'url' },
      { name: 'teaser', type: 'lines' },
      { name: 'isTruncated', type: 'switch' },
      { name: 'targetId', type: 'draft' },
    ],
    columns: ['url', 'target'],
    list: listReferences,
    again: bySearch(listReferences),
    create: async ({ targetId, ...input }) =>
      aim((await execute(ask.CreateReference, { input: input as never, key: key() })).made, targetId ?? undefined),
    update: async (row, { targetId, ...input }) =>
      aim((await execute(ask.UpdateReference, { input: { ...at(row), ...input }, key: key() })).made, targetId),
    remove: async (row) => (await execute(ask.DeleteReference, { input: at(row) })).made,
  },
  redirects: {
    fields: [
      { name: 'path', isRequired: true },
      { name: 'url' },
      { name: 'articleId', type: 'draft' },
      { name: 'isPermanent', type: 'switch' },
    ],
    columns: ['url', 'isPermanent'],
    list: listRedirects,
    again: bySearch(listRedirects),
    create: async (input) => (await execute(ask.CreateRedirect, { input: leading(input) as never, key: key() })).made,
    update: async (row, input) =>
      (await execute(ask.UpdateRedirect, { input: { ...at(row), ...leading(input) }, key: key() })).made,
    remove: async (row) => (await execute(ask.DeleteRedirect, { input: at(row), key: key() })).made,
  },
}

/** An article that was chosen takes the place of the address, and the other way round. */
function leading({ url, articleId, ...input }: Values): Values {
  return { ...input, ...(articleId ? { articleId } : url ? { url } : {}) }
}
