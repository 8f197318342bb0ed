import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react'
import { EXAMPLES, type Example } from './examples'
import { WORDS, type Language } from './words'

/** The side bar's list of queries that work on this site. */
export function examplesPlugin(language: Language): GraphiQLPlugin {
  const words = WORDS[language]
  return { title: words.examples, icon: ExamplesIcon, content: () => <ExampleList language={language} /> }
}

function ExampleList({ language }: { language: Language }) {
  const { addTab } = useGraphiQLActions()
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)
  const words = WORDS[language]
  const isReady = queryEditor && variableEditor

  function open(example: Example) {
    const tab = tabOf(example)
    addTab()
    // What stands in the editors is what the new tab takes for its own.
    queryEditor!.setValue(tab.query)
    variableEditor!.setValue(tab.variables)
  }

  return (
    <section className="examples">
      <h2>{words.examples}</h2>
      <p>{words.examplesHelp}</p>
      <ul>
        {EXAMPLES.map((example) => (
          <li key={example.title.en}>
            <button type="button" disabled={!isReady} onClick={() => open(example)}>
              {example.title[language]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function tabOf(example: Example) {
  return { query: example.query, variables: example.variables ? JSON.stringify(example.variables, null, 2) : '' }
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M6 3h12v18l-6-4-6 4z" />
    </svg>
  )
}
