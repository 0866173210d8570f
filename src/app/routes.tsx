import { ACCOUNT_ID, asId } from '#app/parts/account-id.ts'
import {
  createLazyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  notFound,
  redirect,
  stripSearchParams,
  type AnyRoute,
  type LazyRoute,
  type RouteComponent,
} from '@tanstack/react-router'
import { loadSdk } from '#app/api/load-sdk.ts'
import { startInventory } from '#app/queries/inventory-cache.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { queryClient } from '#app/queries/query-client.ts'
import { hasAccount, sessionQuery } from '#app/queries/session.ts'
import { tokenListQuery, tokenQuery } from '#app/queries/tokens.ts'
import { accessSearch } from '#app/pages/access/access-search.ts'
import { detailSearch } from '#app/pages/token-detail/detail-search.ts'
import { editTokenSearch, newTokenSearch } from '#app/pages/token-editor/editor-search.ts'
import { apiFilter, listDefaults, listSearch, needsInventory } from '#app/pages/token-list/list-search.ts'
import { expirySearch } from '#app/pages/expiry/expiry-search.ts'
import { findingsSearch } from '#app/pages/findings/findings-search.ts'
import { permissionsSearch } from '#app/pages/permissions/permissions-search.ts'
import { signInSearch } from '#app/pages/sign-in/sign-in-search.ts'
import { verifySearch } from '#app/pages/verify/verify-search.ts'
import { whichSearch } from '#app/pages/which/which-search.ts'
import { lastAccountId, rememberVisit, startOf } from '#app/parts/last-account.ts'
import { RouteError } from '#app/parts/route-error.tsx'
import { readSearch, writeSearch } from '#app/parts/search-text.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { PageOutline } from '#app/ui/page-outline.tsx'
import { AppShell } from './shell/app-shell.tsx'

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** The part of the app a page belongs to, for its title. */
    section?: string
  }
}
const TOKENS = { section: 'Tokens' }

const NotFound = lazyComponent(() => import('#app/parts/not-found.tsx'), 'NotFound')

/** The page of a route, loaded with the first navigation to it. */
const page = (load: () => Promise<RouteComponent>) => async (): Promise<LazyRoute<AnyRoute>> =>
  // Of its options the router takes the component alone, whatever the path.
  createLazyRoute('/')({ component: await load() })

const ignore = () => {}

/** For pages that show all tokens. A page that may be opened next does not read them yet. */
function startReading({ params, preload }: { params: { accountId: string }; preload: boolean }): void {
  if (!preload) void startInventory(queryClient, params.accountId)
}

/** The same for pages that tell what is wrong with them. */
function startFinding({ params, preload }: { params: { accountId: string }; preload: boolean }): void {
  startReading({ params, preload })
  if (preload) return
  // The page asks for the same, and tells what it lacks.
  import('#app/queries/start-judging.ts').then((file) => file.startJudging(queryClient, params.accountId), ignore)
  // Beside that file, not after it: the lists it asks for need the SDK.
  loadSdk().catch(ignore)
}

const root = createRootRoute({ component: AppShell })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const remembered = lastAccountId()
    const session = remembered ? null : await queryClient.ensureQueryData(sessionQuery(null))
    const accountId = remembered ?? session?.accounts[0]?.id
    if (accountId) throw redirect({ href: startOf(accountId) })
  },
}).lazy(page(() => import('./pages/home/home-page.tsx').then((file) => file.HomePage)))

/** An account that answers is the one of the bare address and of the form to sign in. A mistyped ID is not. */
async function askSession(accountId: string, pathname: string): Promise<void> {
  const session = sessionQuery(accountId)
  await queryClient.prefetchQuery(session)
  if (hasAccount(queryClient.getQueryData(session.queryKey), accountId)) rememberVisit(accountId, pathname)
}

/** No loader waits for its queries: a page shows what has arrived, and a skeleton for the rest. */
const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId',
  beforeLoad: ({ params, location, preload }) => {
    toSmallLetters(params.accountId, location.href)
    if (!preload) void askSession(params.accountId, location.pathname)
  },
})

const overview = createRoute({
  getParentRoute: () => account,
  path: '/',
  loader: startFinding,
}).lazy(page(() => import('./pages/overview/overview-page.tsx').then((file) => file.OverviewPage)))

const tokenList = createRoute({
  getParentRoute: () => account,
  path: '/tokens',
  validateSearch: listSearch,
  search: { middlewares: [stripSearchParams(listDefaults)] },
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps, preload }) => {
    if (needsInventory(deps)) startReading({ params, preload })
    else void queryClient.prefetchQuery(tokenListQuery(params.accountId, apiFilter(deps)))
  },
}).lazy(page(() => import('./pages/token-list/token-list-page.tsx').then((file) => file.TokenListPage)))

const newToken = createRoute({
  getParentRoute: () => account,
  path: '/tokens/new',
  staticData: TOKENS,
  validateSearch: newTokenSearch,
  search: { middlewares: [stripSearchParams({ tab: 'form' })] },
  loaderDeps: ({ search: { from } }) => ({ from }),
  loader: ({ params, deps }) => {
    void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId))
    if (deps.from) void queryClient.prefetchQuery(tokenQuery(params.accountId, deps.from))
  },
}).lazy(page(() => import('./pages/token-editor/new-token-page.tsx').then((file) => file.NewTokenPage)))

/** A pasted ID in capitals means the same account or token. */
function toSmallLetters(id: string, href: string): void {
  if (asId(id) !== id) throw redirect({ href: href.replace(id, asId(id)) })
}

/** There is no page of a token whose ID has another form than Cloudflare's, which is that of account IDs. */
function checkTokenId({ params, location }: { params: { tokenId: string }; location: { href: string } }): void {
  toSmallLetters(params.tokenId, location.href)
  if (!ACCOUNT_ID.test(params.tokenId)) throw notFound()
}

const token = createRoute({
  getParentRoute: () => account,
  path: '/tokens/$tokenId',
  staticData: TOKENS,
  validateSearch: detailSearch,
  beforeLoad: checkTokenId,
  loader: ({ params }) => void queryClient.prefetchQuery(tokenQuery(params.accountId, params.tokenId)),
}).lazy(page(() => import('./pages/token-detail/token-detail-page.tsx').then((file) => file.TokenDetailPage)))

const editToken = createRoute({
  getParentRoute: () => account,
  path: '/tokens/$tokenId/edit',
  staticData: TOKENS,
  validateSearch: editTokenSearch,
  beforeLoad: checkTokenId,
  search: { middlewares: [stripSearchParams({ tab: 'form' })] },
  loader: ({ params }) => {
    void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId))
    void queryClient.prefetchQuery(tokenQuery(params.accountId, params.tokenId))
  },
}).lazy(page(() => import('./pages/token-editor/edit-token-page.tsx').then((file) => file.EditTokenPage)))

const permissions = createRoute({
  getParentRoute: () => account,
  path: '/permissions',
  validateSearch: permissionsSearch,
  loader: ({ params }) => void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId)),
}).lazy(page(() => import('./pages/permissions/permissions-page.tsx').then((file) => file.PermissionsPage)))

const access = createRoute({
  getParentRoute: () => account,
  path: '/access',
  validateSearch: accessSearch,
  loader: ({ params, preload }) => {
    startReading({ params, preload })
    void queryClient.prefetchQuery(permissionGroupsQuery(params.accountId))
  },
}).lazy(page(() => import('./pages/access/access-page.tsx').then((file) => file.AccessPage)))

const findings = createRoute({
  getParentRoute: () => account,
  path: '/findings',
  validateSearch: findingsSearch,
  loader: startFinding,
}).lazy(page(() => import('./pages/findings/findings-page.tsx').then((file) => file.FindingsPage)))

const expiry = createRoute({
  getParentRoute: () => account,
  path: '/expiry',
  validateSearch: expirySearch,
  loader: startReading,
}).lazy(page(() => import('./pages/expiry/expiry-page.tsx').then((file) => file.ExpiryPage)))

const verify = createRoute({ getParentRoute: () => root, path: '/verify', validateSearch: verifySearch }).lazy(
  page(() => import('./pages/verify/verify-page.tsx').then((file) => file.VerifyPage)),
)

const which = createRoute({ getParentRoute: () => root, path: '/which', validateSearch: whichSearch }).lazy(
  page(() => import('./pages/which/which-page.tsx').then((file) => file.WhichPage)),
)

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', validateSearch: signInSearch }).lazy(
  page(() => import('./pages/sign-in/sign-in-page.tsx').then((file) => file.SignInPage)),
)

// The router would match such a path once more as another page, and write that page's params into the address.
if (location.pathname.includes('//'))
  history.replaceState(null, '', location.pathname.replaceAll(/\/{2,}/g, '/') + location.search + location.hash)

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    account.addChildren([overview, tokenList, newToken, token, editToken, access, findings, expiry, permissions]),
    verify,
    which,
    signIn,
  ]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  // The queries know what is fresh: a loader runs with each navigation, whether the page was preloaded or not.
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: PageOutline,
  // While the next page's code loads, the user keeps the page they are on; the progress line says so.
  defaultPendingMs: Infinity,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: () => <NotFound />,
  notFoundMode: 'root',
  // Another token or account is another page, with nothing typed or opened.
  defaultRemountDeps: ({ params }) => params,
  scrollRestoration: true,
})
