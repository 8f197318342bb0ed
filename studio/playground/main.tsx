import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import '@graphiql/plugin-explorer/style.css'
import './playground.css'
import { createRoot } from 'react-dom/client'
import { Playground } from './Playground'
import { brightenComments } from './themes'

brightenComments()
createRoot(document.getElementById('root')!).render(<Playground />)
