import type { Area } from '../router'
import words from './words'

export default {
  name: 'articles',
  order: 10,
  words,
  routes: [
    {
      path: '/articles',
      component: () => import('./ArticleList.vue'),
      meta: { menu: 'articles.list', needs: 'WRITE' },
    },
    {
      path: '/articles/new',
      component: () => import('../editor/EditorPage.vue'),
      meta: { menu: 'editor.new', needs: 'WRITE' },
    },
  ],
} satisfies Area
