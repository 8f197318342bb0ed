import { useEffect, useMemo, useRef, useState } from 'react'
import { explorerPlugin } from '@graphiql/plugin-explorer'
import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { GraphiQL } from 'graphiql'
import { Bar } from './Bar'
import { EXAMPLES } from './examples'
import { examplesPlugin, tabOf } from './Examples'
import { makeFetcher } from './fetcher'
import { keepLanguage, storedLanguage, WORDS } from './words'

// GraphiQL shows the query of a default tab, but not its variables.
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null
const firstTab = tabOf(EXAMPLES[0])

/** GraphiQL for this site's API. */
export function Playground() {
  const [language, setLanguage] = useState(storedLanguage)
  const [asReader, setAsReader] = useState(false)
  // The fetcher stays the same, so that the schema is not asked for anew with every click.
  const asReaderNow = useRef(asReader)
  asReaderNow.current = asReader
  const fetcher = useMemo(() => makeFetcher(() => asReaderNow.current), [])
  const plugins = useMemo(() => [examplesPlugin(language), HISTORY_PLUGIN, explorerPlugin()], [language])

  useEffect(() => {
    keepLanguage(language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = WORDS[language].title
  }, [language])

  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={[firstTab]}
      initialVariables={isFirstVisit ? firstTab.variables : undefined}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Logo>
        <Bar language={language} asReader={asReader} onLanguage={setLanguage} onAsReader={setAsReader} />
      </GraphiQL.Logo>
    </GraphiQL>
  )
}
