import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  stripSearchParams,
} from '@tanstack/react-router'
import { ApiFailure } from '#app/api/errors.ts'
import { queryClient } from '#app/queries/query-client.ts'
import { isSignedOut } from '#app/queries/failures.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { tokenListQuery, tokenQuery } from '#app/queries/tokens.ts'
import { lastAccountId, rememberAccountId } from '#app/parts/last-account.ts'
import { RouteFailure } from '#app/parts/failure-views.tsx'
import { editorDefaults, editTokenSearch, newTokenSearch } from '#app/pages/token-editor/editor-search.ts'
import { detailDefaults, detailSearch } from '#app/pages/token-detail/detail-search.ts'
import { apiFilter, listDefaults, listSearch, needsInventory } from '#app/pages/token-list/list-search.ts'
import { permissionsSearch } from '#app/pages/permissions/permissions-search.ts'
import { signInSearch } from '#app/pages/sign-in/sign-in-search.ts'
import { verifySearch } from '#app/pages/verify/verify-search.ts'

const ACCOUNT_ID = /^[0-9a-f]{32}$/

const notFoundComponent = lazyRouteComponent(() => import('./parts/not-found.tsx'), 'NotFound')

const rootRoute = createRootRoute({
  component: lazyRouteComponent(() => import('./shell/app-shell.tsx'), 'AppShell'),
  notFoundComponent,
  errorComponent: RouteFailure,
})

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: async () => {
    const remembered = lastAccountId()
    const session = remembered ? null : await queryClient.ensureQueryData(sessionQuery(null))
    const accountId = remembered ?? session?.accounts[0]?.id
    if (accountId) throw redirect({ to: '/accounts/$accountId/tokens', params: { accountId }, replace: true })
  },
}).lazy(() => import('./pages/home/home-page.tsx').then((page) => page.route))

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts/$accountId',
  beforeLoad: ({ params }) => {
    // Cloudflare ids are lower case; a pasted upper-case one means the same account.
    const accountId = params.accountId.toLowerCase()
    if (accountId !== params.accountId && ACCOUNT_ID.test(accountId)) {
      throw redirect({ to: '/accounts/$accountId/tokens', params: { accountId }, replace: true })
    }
  },
  loader: ({ params, preload }) => {
    // The bare address should lead back to this account, and so should signing in.
    if (!preload) rememberAccountId(params.accountId)
    // Not awaited: the header fills in when the answer is here, the page does not wait for it.
    void queryClient.prefetchQuery(sessionQuery(params.accountId))
  },
})

const accountIndexRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/accounts/$accountId/tokens', params, replace: true })
  },
})

const tokenListRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/tokens',
  validateSearch: listSearch,
  search: { middlewares: [stripSearchParams(listDefaults)] },
  loaderDeps: ({ search }) => search,
  // Not awaited: the table shows its skeleton while the same query is under way.
  loader: ({ params, deps }) => {
    if (!needsInventory(deps)) void queryClient.prefetchQuery(tokenListQuery(params.accountId, apiFilter(deps)))
  },
}).lazy(() => import('./pages/token-list/token-list-page.tsx').then((page) => page.route))

const newTokenRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/tokens/new',
  validateSearch: newTokenSearch,
  search: { middlewares: [stripSearchParams(editorDefaults)] },
  loaderDeps: ({ search }) => ({ from: search.from }),
  loader: ({ params, deps }) => {
    void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId))
    if (deps.from) void queryClient.prefetchQuery(tokenQuery(params.accountId, deps.from))
  },
}).lazy(() => import('./pages/token-editor/new-token-page.tsx').then((page) => page.route))

const tokenRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/tokens/$tokenId',
  validateSearch: detailSearch,
  search: { middlewares: [stripSearchParams(detailDefaults)] },
  loader: ({ params }) => void queryClient.prefetchQuery(tokenQuery(params.accountId, params.tokenId)),
}).lazy(() => import('./pages/token-detail/token-detail-page.tsx').then((page) => page.route))

const editTokenRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/tokens/$tokenId/edit',
  validateSearch: editTokenSearch,
  search: { middlewares: [stripSearchParams(editorDefaults)] },
  loader: ({ params }) => {
    void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId))
    void queryClient.prefetchQuery(tokenQuery(params.accountId, params.tokenId))
  },
}).lazy(() => import('./pages/token-editor/edit-token-page.tsx').then((page) => page.route))

const permissionsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/permissions',
  validateSearch: permissionsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId, deps)),
}).lazy(() => import('./pages/permissions/permissions-page.tsx').then((page) => page.route))

const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  validateSearch: verifySearch,
}).lazy(() => import('./pages/verify/verify-page.tsx').then((page) => page.route))

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
}).lazy(() => import('./pages/sign-in/sign-in-page.tsx').then((page) => page.route))

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    verifyRoute,
    signInRoute,
    accountRoute.addChildren([
      accountIndexRoute,
      tokenListRoute,
      newTokenRoute,
      tokenRoute,
      editTokenRoute,
      permissionsRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  // TanStack Query decides what is fresh; the router keeps no copy of its own.
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: RouteFailure,
  defaultNotFoundComponent: notFoundComponent,
  scrollRestoration: true,
})

/** Whoever is no longer signed in goes to sign in and comes back; a draft stays in the tab's storage meanwhile. */
function onFailure(error: unknown) {
  if (!(error instanceof ApiFailure) || !isSignedOut(error)) return
  const { pathname, href } = router.state.location
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { next: href }, ignoreBlocker: true })
}

queryClient.getQueryCache().subscribe(({ query }) => onFailure(query.state.error))
queryClient.getMutationCache().subscribe(({ mutation }) => onFailure(mutation?.state.error))

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
