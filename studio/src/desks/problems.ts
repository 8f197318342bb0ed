import { explain, i18n } from '../words'
import type { Refused } from './attempting'

// The server says in English what is wrong with a field. What editors meet often is said in their language.
const SAID: [RegExp, string][] = [
  [/^(\w+) has it already: (.*)$/, 'taken'],
  [/^(\w+) has it already$/, 'taken'],
  [/^must (be given|not be empty)$/, 'required'],
  [/^is ([\d,]+) characters long.*at most ([\d,]+)/, 'tooLong'],
  [/^takes small letters a to z/, 'slug'],
  [/^write a web address/, 'url'],
  [/^leave the user name and the password/, 'urlSecret'],
  [/^is not a language tag/, 'languageTag'],
  [/^write the code of an IPTC/, 'mediaTopic'],
  [/^must have a letter or a digit/, 'letter'],
  [/tab or a line break/, 'oneLine'],
  [/is used by (.*?);/, 'used'],
  [/^leads to itself$/, 'itself'],
  [/^(\w+) leads on from there/, 'leadsOn'],
  [/^(\w+) leads here/, 'leadsHere'],
  [/^a public article stands there/, 'stands'],
  [/^write the part of the address/, 'path'],
  [/^must not (hold backslashes|have \. or \.\.)/, 'unasked'],
  [/^is an address of the server itself/, 'own'],
  [/^write a path such as/, 'target'],
  [/^give an address or an article that/, 'target'],
  [/^there is no such article/, 'noArticle'],
  [/^choose another/, 'other'],
  [/^choose a category that is neither/, 'other'],
  [/^this is placed already/, 'placed'],
  [/^there is no such/, 'missing'],
  [/items are placed; take one out/, 'full'],
  [/^a category can stand/, 'deep'],
  [/^a category cannot stand below itself/, 'below'],
  [/choose another, or merge the two$/, 'sibling'],
  [/^is over already/, 'over'],
  [/^must be 1 to (\d+)/, 'place'],
]

/** What is wrong with a field, in the editor's language where we have it. */
export function said(message: string): string {
  const { t, locale } = i18n.global
  if (locale.value === 'en') return message
  for (const [pattern, key] of SAID) {
    const found = pattern.exec(message)
    if (found)
      return t(`desks.problems.${key}`, { a: key === 'used' ? uses(found[1]) : (found[1] ?? ''), b: found[2] ?? '' })
  }
  return message
}

/** "3 public articles and 2 drafts" in the editor's language. */
function uses(counts: string): string {
  const { t, te } = i18n.global
  const parts = counts.split(' and ').map((part) => {
    const [number, ...words] = part.split(' ')
    const key = `desks.uses.${words.join('_')}`
    return te(key) ? t(key, { n: number }) : part
  })
  return parts.join('、')
}

/** A refusal as one text, with all that is wrong. */
export function told({ code, message, problems }: Refused): string {
  return problems?.length ? problems.map((problem) => said(problem.message)).join(' ') : explain({ code, message })
}

/** What is wrong by the name of the field; what belongs to none of them is under "". */
export function byField({ code, message, problems = [] }: Refused, names: string[]): Record<string, string> {
  const found: Record<string, string> = problems.length ? {} : { '': explain({ code, message }) }
  for (const { path, message: text } of problems) {
    const name = path.replace(/^input\./, '')
    const place = names.includes(name) ? name : ''
    found[place] = found[place] ? `${found[place]} ${said(text)}` : said(text)
  }
  return found
}
