import { createBrowserHistory } from '@tanstack/history'
import { ApiFailure } from '#app/api/errors.ts'
import { queryClient } from '#app/queries/query-client.ts'
import { isSignedOut } from '#app/queries/failures.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { tokenListQuery, tokenQuery } from '#app/queries/tokens.ts'
import { toSignIn, toSignInFor, toTokens } from '#app/parts/addresses.ts'
import { lastAccountId, rememberAccountId } from '#app/parts/last-account.ts'
import { editTokenSearch, newTokenSearch } from '#app/pages/token-editor/editor-search.ts'
import { detailSearch } from '#app/pages/token-detail/detail-search.ts'
import { apiFilter, listSearch, needsInventory } from '#app/pages/token-list/list-search.ts'
import { permissionsSearch } from '#app/pages/permissions/permissions-search.ts'
import { signInSearch } from '#app/pages/sign-in/sign-in-search.ts'
import { verifySearch } from '#app/pages/verify/verify-search.ts'
import { route } from '#app/routing/route.ts'
import { createRouter } from '#app/routing/router.ts'

const ACCOUNT_ID = /^[0-9a-f]{32}$/

const home = route({
  path: '/',
  load: async () => {
    const remembered = lastAccountId()
    const session = remembered ? null : await queryClient.ensureQueryData(sessionQuery(null))
    const accountId = remembered ?? session?.accounts[0]?.id
    return accountId && toTokens(accountId)
  },
  page: () => import('./pages/home/home-page.tsx').then((module) => module.HomePage),
})

type AccountVisit = { params: { accountId: string }; isPreload: boolean }

/** What every page of an account begins with, and what it does itself. None of it is waited for. */
const inAccount =
  <Visit extends AccountVisit>(load: (visit: Visit) => void) =>
  (visit: Visit): string | undefined => {
    const { params, isPreload } = visit
    // Cloudflare ids are lower case; a pasted upper-case one means the same account.
    const accountId = params.accountId.toLowerCase()
    if (accountId !== params.accountId && ACCOUNT_ID.test(accountId)) return toTokens(accountId)
    // The bare address should lead back to this account, and so should signing in.
    if (!isPreload) rememberAccountId(params.accountId)
    void queryClient.prefetchQuery(sessionQuery(params.accountId))
    load(visit)
    return undefined
  }

const account = route({ path: '/accounts/:accountId', load: ({ params }) => toTokens(params.accountId) })

const tokenList = route({
  path: '/accounts/:accountId/tokens',
  search: listSearch,
  load: inAccount(({ params, search }) => {
    if (!needsInventory(search)) void queryClient.prefetchQuery(tokenListQuery(params.accountId, apiFilter(search)))
  }),
  page: () => import('./pages/token-list/token-list-page.tsx').then((module) => module.TokenListPage),
})

const newToken = route({
  path: '/accounts/:accountId/tokens/new',
  search: newTokenSearch,
  load: inAccount(({ params, search }) => {
    void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId))
    if (search.from) void queryClient.prefetchQuery(tokenQuery(params.accountId, search.from))
  }),
  page: () => import('./pages/token-editor/new-token-page.tsx').then((module) => module.NewTokenPage),
})

const token = route({
  path: '/accounts/:accountId/tokens/:tokenId',
  search: detailSearch,
  load: inAccount(({ params }) => void queryClient.prefetchQuery(tokenQuery(params.accountId, params.tokenId))),
  page: () => import('./pages/token-detail/token-detail-page.tsx').then((module) => module.TokenDetailPage),
})

const editToken = route({
  path: '/accounts/:accountId/tokens/:tokenId/edit',
  search: editTokenSearch,
  load: inAccount(({ params }) => {
    void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId))
    void queryClient.prefetchQuery(tokenQuery(params.accountId, params.tokenId))
  }),
  page: () => import('./pages/token-editor/edit-token-page.tsx').then((module) => module.EditTokenPage),
})

const permissions = route({
  path: '/accounts/:accountId/permissions',
  search: permissionsSearch,
  load: inAccount(({ params }) => void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId))),
  page: () => import('./pages/permissions/permissions-page.tsx').then((module) => module.PermissionsPage),
})

const verify = route({
  path: '/verify',
  search: verifySearch,
  page: () => import('./pages/verify/verify-page.tsx').then((module) => module.VerifyPage),
})

const signIn = route({
  path: toSignIn,
  search: signInSearch,
  page: () => import('./pages/sign-in/sign-in-page.tsx').then((module) => module.SignInPage),
})

export const router = createRouter({
  // `new` before the id that it is not.
  routes: [home, account, tokenList, newToken, token, editToken, permissions, verify, signIn],
  notFound: route({ path: '*', page: () => import('./parts/not-found.tsx').then((module) => module.NotFound) }),
  history: createBrowserHistory(),
})

/** Whoever is no longer signed in goes to sign in and comes back; a draft stays in the tab's storage meanwhile. */
function onFailure(error: unknown) {
  if (!(error instanceof ApiFailure) || !isSignedOut(error)) return
  const { pathname, href } = router.history.location
  if (pathname !== toSignIn) void router.navigate(toSignInFor(href), { ignoreGuards: true })
}

queryClient.getQueryCache().subscribe((event) => {
  const isNew = event.type === 'updated' && event.action.type === 'error'
  // What is drawn no more may fail: one account can be signed out while another is looked at.
  if (isNew || event.type === 'observerAdded') onFailure(event.query.state.error)
})
queryClient.getMutationCache().subscribe(({ mutation }) => onFailure(mutation?.state.error))
