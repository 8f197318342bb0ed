import { useI18n } from 'vue-i18n'

// What the server says of an import, by how it begins; what is not here is shown as it is.
const PATTERNS: [RegExp, string][] = [
  [/^imported before: same (.+)$/, 'before'],
  [/^its text differs now/, 'differs'],
  [/^looks like (.+)$/, 'alike'],
  [/^(\w+): perhaps “(.+)”$/, 'perhaps'],
  [/^title: the page shows no title|^(?:\w+: )*title: the page shows no title/, 'noTitle'],
  [/the page has no text that could be the article's/, 'noBody'],
  [/^url: the page cannot be fetched: (.+)$/, 'notFetched'],
  [/addresses are switched off here/, 'noAddresses'],
  [/reading the page takes too long/, 'tooLong'],
]

/** Notes and refusals of an import in the editor's language, as far as there are words for them. */
export function useNotes() {
  const { t, te } = useI18n()

  function fieldOf(field: string) {
    const key = `publishing.fields.${field}`
    return te(key) ? t(key) : field
  }

  function noteOf(note: string) {
    for (const [pattern, key] of PATTERNS) {
      const found = pattern.exec(note)
      if (!found) continue
      const [, first = '', second = ''] = found
      return t(`importing.notes.${key}`, key === 'perhaps' ? { field: fieldOf(first), value: second } : { what: first })
    }
    return note
  }

  return { noteOf, fieldOf }
}
