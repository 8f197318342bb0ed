import type { Area } from '../router'
import words from './words'

export default {
  name: 'media',
  order: 40,
  words,
  routes: [
    { path: '/media', component: () => import('./MediaLibrary.vue'), meta: { menu: 'media.list', needs: 'WRITE' } },
  ],
} satisfies Area
