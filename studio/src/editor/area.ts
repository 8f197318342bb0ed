import type { Area } from '../router'
import words from './words'

export default {
  name: 'editor',
  order: 2,
  words,
  // The entry "New article" of the menu stands with the articles (articles/area.ts).
  routes: [{ path: '/articles/:id', component: () => import('./EditorPage.vue'), meta: { needs: 'WRITE' } }],
} satisfies Area
