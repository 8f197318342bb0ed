import { ApiError, execute } from '../api/client'
import { loadViewer } from '../api/session'
import { explain } from '../words'
import type { SavedDraftFragment } from '../gql/graphql'
import {
  FIELDS,
  changedFields,
  emptyContent,
  inputOf,
  isSame,
  newInputOf,
  type Content,
  type Draft,
  type Field,
  type ListField,
} from './content'
import { DraftToEdit, MakeDraft, SaveDraft } from './documents'
import type { Trouble } from './saver'

/** One save: the content as it was when it was taken, and which of its fields are sent. */
export interface Save {
  id: string | null
  version: number
  base: Content
  content: Content
  fields: Field[]
  partial: ListField[]
  isAutosave: boolean
}

/** What the server made of it. `head` is there when others saved meanwhile: what the draft is now. */
export type Answer =
  | { kind: 'saved'; draft: SavedDraftFragment; head?: Draft }
  | { kind: 'conflict'; fields: string[]; head: Draft }
  | { kind: 'refused'; problems: Partial<Record<Field, string>>; message: string }

/** Fields that can be sent. A headline is needed, so an empty one waits until somebody writes another. */
export function sendable(base: Content, mine: Content, held: Partial<Content>): Field[] {
  return changedFields(base, mine).filter(
    (field) => !(field === 'title' && !mine.title.trim()) && !(field in held && isSame(held[field], mine[field])),
  )
}

export async function load(id: string) {
  return await execute(DraftToEdit, { id })
}

export async function store(save: Save, key: string): Promise<Answer> {
  try {
    return save.id ? await change(save, save.id, key) : await make(save, key)
  } catch (error) {
    if (!(error instanceof ApiError) || troubleOf(error)) throw error
    return { kind: 'refused', problems: {}, message: explain(error) }
  }
}

async function make({ content, fields }: Save, key: string): Promise<Answer> {
  const input = { ...newInputOf(only(content, fields)), title: content.title }
  const { saved } = await execute(MakeDraft, { input, key })
  if (saved.__typename === 'DraftPayload') return { kind: 'saved', draft: saved.draft }
  return await refused(saved)
}

/** Of a new article what cannot be sent yet is as if nothing was filled in. */
function only(content: Content, fields: Field[]): Content {
  return { ...emptyContent(content.language), ...Object.fromEntries(fields.map((field) => [field, content[field]])) }
}

async function change(
  { version, base, content, fields, partial, isAutosave }: Save,
  id: string,
  key: string,
): Promise<Answer> {
  const input = { id, expectedVersion: version, isAutosave, ...inputOf(base, content, fields, partial) }
  const { saved } = await execute(SaveDraft, { input, key })
  if (saved.__typename === 'UpdateArticlePayload') {
    // If this fails, the save is sent again with its key, and answered in the same way.
    return { kind: 'saved', draft: saved.draft, head: saved.mergedFields.length ? await headOf(id) : undefined }
  }
  if (saved.__typename === 'VersionConflict') return { kind: 'conflict', fields: saved.fields, head: await headOf(id) }
  return await refused(saved)
}

async function headOf(id: string): Promise<Draft> {
  const { draft } = await load(id)
  if (!draft) throw new ApiError('There is no such article.', 'NOT_FOUND')
  return draft
}

interface Refusal {
  code?: string
  message?: string
  problems?: { path: string; message: string }[]
}

async function refused({ code = 'INTERNAL_SERVER_ERROR', message = code, problems = [] }: Refusal): Promise<Answer> {
  // A session that ended is nobody, and nobody may write.
  if (code === 'FORBIDDEN' && !(await loadViewer(true))) throw new ApiError(message, 'UNAUTHENTICATED')
  return { kind: 'refused', problems: byField(problems), message: explain({ code, message }) }
}

function byField(problems: { path: string; message: string }[]) {
  const found: Partial<Record<Field, string>> = {}
  for (const { path, message } of problems) {
    const field = FIELDS.find((name) => name === path.split('.')[0])
    if (field) found[field] ??= message
  }
  return found
}

const PASSING = ['OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR']

/** What passes by itself, and what signing in ends. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof ApiError)) return undefined
  if (error.isSignedOut) return 'signedOut'
  return PASSING.includes(error.code) || error.status >= 500 ? 'offline' : undefined
}
