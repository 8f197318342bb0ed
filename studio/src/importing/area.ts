import type { Area } from '../router'
import words from './words'

export default {
  name: 'importing',
  order: 20,
  words,
  routes: [
    { path: '/import', component: () => import('./ImportPage.vue'), meta: { menu: 'importing.title', needs: 'EDIT' } },
  ],
} satisfies Area
