import type { Area } from '../router'
import type { KindName } from './kinds'
import words from './words'

const list = (kind: KindName) => ({
  path: `/desks/${kind}`,
  component: () => import('./ListDesk.vue'),
  props: { kind },
  meta: { menu: `desks.${kind}`, needs: 'WRITE' as const },
})

export default {
  name: 'desks',
  order: 30,
  words,
  routes: [
    {
      path: '/desks/calendar',
      component: () => import('./CalendarDesk.vue'),
      meta: { menu: 'desks.calendar', needs: 'WRITE' },
    },
    {
      path: '/desks/collections',
      component: () => import('./CollectionDesk.vue'),
      meta: { menu: 'desks.collections', needs: 'EDIT' },
    },
    { path: '/desks/hot', component: () => import('./HotDesk.vue'), meta: { menu: 'desks.hot', needs: 'EDIT' } },
    {
      path: '/desks/categories',
      component: () => import('./CategoryDesk.vue'),
      meta: { menu: 'desks.categories', needs: 'WRITE' },
    },
    ...(['authors', 'sources', 'tags', 'references', 'redirects'] as const).map(list),
    { path: '/desks/site', component: () => import('./SiteDesk.vue'), meta: { menu: 'desks.site', needs: 'EDIT' } },
  ],
} satisfies Area
