import { useEffect, useState } from 'react'
import { useGraphiQL } from '@graphiql/react'
import { GRAPHQL_URL } from './fetcher'
import { WORDS, type Language } from './words'

interface Props {
  language: Language
  asReader: boolean
  onLanguage: (language: Language) => void
  onAsReader: (asReader: boolean) => void
}

/** Beside the tabs: as whom queries run, who is signed in, and the language. */
export function Bar({ language, asReader, onLanguage, onAsReader }: Props) {
  const words = WORDS[language]
  const name = useViewerName()
  usePlainCharacters()
  return (
    <div className="bar">
      <label title={words.asReaderHelp}>
        <input type="checkbox" checked={asReader} onChange={(event) => onAsReader(event.target.checked)} />
        {words.asReader}
      </label>
      {name ? <span>{`${words.signedIn} ${name}`}</span> : <a href="/studio/sign-in?next=/playground">{words.signIn}</a>}
      <select aria-label={words.language} value={language} onChange={(event) => onLanguage(event.target.value as Language)}>
        <option value="zh">中文</option>
        <option value="en">English</option>
      </select>
    </div>
  )
}

/** Full-width punctuation and spaces are no trick in our texts, so the editors put no boxes around them. */
function usePlainCharacters() {
  const query = useGraphiQL((state) => state.queryEditor)
  const variables = useGraphiQL((state) => state.variableEditor)
  const response = useGraphiQL((state) => state.responseEditor)
  useEffect(() => {
    const unicodeHighlight = { ambiguousCharacters: false, invisibleCharacters: false }
    for (const editor of [query, variables, response]) editor?.updateOptions({ unicodeHighlight })
  }, [query, variables, response])
}

/** Whose session this browser has; null for nobody. Asked once, when the page opens. */
function useViewerName(): string | null {
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    const query = '{ viewer { name } }'
    const headers = { 'content-type': 'application/json', 'X-Broadsheet-CSRF': '1' }
    fetch(GRAPHQL_URL, { method: 'POST', headers, body: JSON.stringify({ query }) })
      .then((response) => response.json())
      .then((answer: { data?: { viewer: { name: string } | null } }) => setName(answer.data?.viewer?.name ?? null))
      .catch(() => setName(null)) // the editor itself tells that the server is away
  }, [])
  return name
}
