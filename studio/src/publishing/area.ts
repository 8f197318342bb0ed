import type { Area } from '../router'
import words from './words'

export default {
  name: 'publishing',
  order: 12,
  words,
  routes: [
    {
      path: '/publishing/:id',
      component: () => import('./PublishingPage.vue'),
      props: true,
      meta: { needs: 'WRITE' },
    },
  ],
} satisfies Area
