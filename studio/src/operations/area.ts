import type { Area } from '../router'
import words from './words'

export default {
  name: 'operations',
  order: 50,
  words,
  routes: [
    {
      path: '/endpoints',
      component: () => import('./EndpointList.vue'),
      meta: { menu: 'operations.endpoints', needs: 'MANAGE_ENDPOINTS' },
    },
    {
      path: '/endpoints/:id',
      component: () => import('./EndpointPage.vue'),
      props: true,
      meta: { needs: 'MANAGE_ENDPOINTS' },
    },
    {
      path: '/events',
      component: () => import('./EventLog.vue'),
      meta: { menu: 'operations.events', needs: 'READ_EVENTS' },
    },
    {
      path: '/audit',
      component: () => import('./AuditLog.vue'),
      meta: { menu: 'operations.audit', needs: 'READ_AUDIT' },
    },
    {
      path: '/users',
      component: () => import('./UserList.vue'),
      meta: { menu: 'operations.users', needs: 'MANAGE_USERS' },
    },
    {
      path: '/roles',
      component: () => import('./RoleTable.vue'),
      meta: { menu: 'operations.roles', needs: 'MANAGE_USERS' },
    },
    {
      path: '/system',
      component: () => import('./SystemPage.vue'),
      meta: { menu: 'operations.system', needs: 'READ_AUDIT' },
    },
  ],
} satisfies Area
