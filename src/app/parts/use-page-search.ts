import {
  useRouter,
  useSearch,
  type NavigateOptions,
  type RegisteredRouter,
  type RouteById,
  type RouteIds,
} from '@tanstack/react-router'
import { useCallback, useState } from 'react'

type Tree = RegisteredRouter['routeTree']
type SearchOf<Id extends RouteIds<Tree>> = RouteById<Tree, Id>['types']['fullSearchSchema']
type Move = Pick<NavigateOptions, 'replace' | 'resetScroll'>
type PageSearch<Id extends RouteIds<Tree>> = [
  search: SearchOf<Id>,
  change: (changes: object & Partial<SearchOf<Id>>, how?: Move) => void,
]

/** The search params of a page, and a function that changes some of them in the address. */
export function usePageSearch<Id extends RouteIds<Tree>>(route: Id): PageSearch<Id> {
  const router = useRouter()
  const search: SearchOf<Id> = useSearch({ from: route })
  const [pathname] = useState(() => router.latestLocation.pathname)

  const change = useCallback(
    (changes: object, how?: Move) => {
      // A late change, such as of a search field, belongs to no other page.
      if (router.latestLocation.pathname !== pathname) return
      void router.navigate({ to: '.', search: (before: object) => ({ ...before, ...changes }), ...how })
      // The history writes once a tick, and another navigation in this one would replace what is changed here.
      router.history.flush()
    },
    [router, pathname],
  )
  return [search, change]
}
