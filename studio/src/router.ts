import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { loadViewer, viewer } from './api/session'
import type { Permission } from './gql/graphql'
import SignIn from './pages/SignIn.vue'
import { addWords, type Words } from './words'

declare module 'vue-router' {
  interface RouteMeta {
    isOpen?: boolean // for whoever is not signed in, too
    menu?: string // its name in the menu, a key of the words; without one it is not in the menu
    needs?: Permission // whoever lacks it sees neither the page nor its name in the menu
  }
}

/** A part of the Studio: a folder with `area.ts`, whose default export this is. */
export interface Area {
  name: string // its words are under this name: `desks.title`; what heads it in the menu is `desks.area`
  order: number
  words: Words
  routes: RouteRecordRaw[]
}

const found = import.meta.glob<Area>('./*/area.ts', { eager: true, import: 'default' })
export const areas = Object.values(found).sort((one, other) => one.order - other.order)
for (const area of areas) addWords(area.name, area.words)

export const router = createRouter({
  history: createWebHistory('/studio/'),
  routes: [
    { path: '/', redirect: '/articles' },
    { path: '/sign-in', component: SignIn, meta: { isOpen: true } },
    { path: '/password', component: () => import('./pages/ChoosePassword.vue'), meta: { isOpen: true } },
    { path: '/account', component: () => import('./pages/Account.vue') },
    ...areas.flatMap((area) => area.routes),
    { path: '/:rest(.*)*', component: () => import('./pages/NotFound.vue') },
  ],
})

/** Begin to fetch the code of a page; should that fail, the router says so when it needs it. */
function fetchAhead(page: unknown) {
  if (typeof page === 'function') Promise.resolve(page()).catch(() => {})
}

router.beforeEach(async (to) => {
  // What the page is made of comes while the viewer is asked for.
  for (const { components } of to.matched) fetchAhead(components?.default)
  await loadViewer()
  if (!to.meta.isOpen && !viewer.value) return { path: '/sign-in', query: { next: to.fullPath } }
})
