import { FIELDS, changedFields, type Content, type Names } from './content'

/** What was typed and is not saved yet: the fields that changed, and what they were when the edit began. */
export interface LocalCopy {
  at: string
  base: Partial<Content>
  mine: Partial<Content>
  names: Names
}

function keyOf(userId: string, draftId: string | null) {
  return `broadsheet:typing:${userId}:${draftId ?? 'new'}`
}

/** Keep what was typed in this browser until it is saved, so that it survives a crash. */
export function keepCopy(userId: string, draftId: string | null, base: Content, mine: Content, names: Names) {
  const fields = changedFields(base, mine)
  if (!fields.length) return dropCopy(userId, draftId)
  const copy: LocalCopy = {
    at: new Date().toISOString(),
    base: picked(base, fields),
    mine: picked(mine, fields),
    names,
  }
  try {
    localStorage.setItem(keyOf(userId, draftId), JSON.stringify(copy))
  } catch {
    // The browser's storage is full or switched off; the page itself still has everything.
  }
}

export function dropCopy(userId: string, draftId: string | null) {
  localStorage.removeItem(keyOf(userId, draftId))
}

/** A copy that a crash, or leaving without saving, left here. */
export function foundCopy(userId: string, draftId: string | null): LocalCopy | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(userId, draftId)) ?? 'null')
  } catch {
    return null
  }
}

function picked(content: Content, fields: (typeof FIELDS)[number][]): Partial<Content> {
  return Object.fromEntries(fields.map((field) => [field, content[field]]))
}
