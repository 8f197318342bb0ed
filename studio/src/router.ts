import { createRouter, createWebHistory } from 'vue-router'
import { loadViewer, viewer } from './api/session'
import SignIn from './pages/SignIn.vue'

export const router = createRouter({
  history: createWebHistory('/studio/'),
  routes: [
    { path: '/', redirect: '/articles' },
    { path: '/sign-in', component: SignIn, meta: { isOpen: true } },
    { path: '/password', component: () => import('./pages/ChoosePassword.vue'), meta: { isOpen: true } },
    { path: '/articles', component: () => import('./pages/ArticleList.vue') },
    { path: '/account', component: () => import('./pages/Account.vue') },
    { path: '/:rest(.*)*', component: () => import('./pages/NotFound.vue') },
  ],
})

router.beforeEach(async (to) => {
  await loadViewer()
  if (!to.meta.isOpen && !viewer.value) return { path: '/sign-in', query: { next: to.fullPath } }
})
