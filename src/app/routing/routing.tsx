import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import {
  createContext,
  startTransition,
  Suspense,
  use,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react'
import type { Place, Router } from './router.ts'

const RouterContext = createContext<Router | null>(null)
const PlaceContext = createContext<Place | null>(null)

type RoutingProps = { router: Router; onArrive: (place: Place) => void; children: ReactNode }

/** Draws `children` at the place the router leads to; the page before it stays until the next one is whole. */
export function Routing({ router, onArrive, children }: RoutingProps) {
  const [place, setPlace] = useState(router.place)

  // The address is outside React.
  useEffect(() => router.attach((next) => startTransition(() => setPlace(next))), [router])

  useLayoutEffect(() => {
    onArrive(place)
    router.settle(place)
  }, [router, place, onArrive])

  return (
    <RouterContext value={router}>
      <PlaceContext value={place}>{children}</PlaceContext>
    </RouterContext>
  )
}

type OutletProps = {
  /** In the place of a page that cannot be drawn. */
  failure: ComponentType<FallbackProps>
  /** In the place of the first page, until it is whole. */
  waiting: ReactNode
}

/** The page of the place. */
export function Outlet({ failure, waiting }: OutletProps) {
  const place = usePlace()
  const router = useRouter()
  const { Page, params, search } = place
  return (
    <ErrorBoundary FallbackComponent={failure} resetKeys={[place]}>
      <Suspense fallback={waiting}>
        {Page ? (
          // Another token or account is another page, with nothing typed or opened.
          <Page
            key={place.location.pathname}
            params={params as Record<string, string>}
            search={search}
            onSearch={(change, how) => router.changeSearch(place, change, how)}
          />
        ) : (
          waiting
        )}
      </Suspense>
    </ErrorBoundary>
  )
}

export function useRouter(): Router {
  const router = use(RouterContext)
  if (!router) throw new Error('useRouter needs a Routing around it')
  return router
}

/** Where somebody is, as it is drawn: of an address that is still being gone to, nothing. */
export function usePlace(): Place {
  const place = use(PlaceContext)
  if (!place) throw new Error('usePlace needs a Routing around it')
  return place
}

/** Whether somebody has gone to a page that is not there yet. */
export function useIsMoving(): boolean {
  const { watch, isMoving } = useRouter()
  return useSyncExternalStore(watch, isMoving)
}

/** Leads to an address of the app; see `parts/addresses.ts`. */
export const useNavigate = () => useRouter().navigate
