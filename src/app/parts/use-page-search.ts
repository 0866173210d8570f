import {
  useRouter,
  useSearch,
  type NavigateOptions,
  type RegisteredRouter,
  type RouteById,
  type RouteIds,
} from '@tanstack/react-router'
import { useState } from 'react'

type Tree = RegisteredRouter['routeTree']
type SearchOf<Id extends RouteIds<Tree>> = RouteById<Tree, Id>['types']['fullSearchSchema']

type ChangesOf<Id extends RouteIds<Tree>> = { [Name in keyof SearchOf<Id>]?: SearchOf<Id>[Name] }

/** The search params of a page, and a function that changes some of them in the address. */
export function usePageSearch<Id extends RouteIds<Tree>>(route: Id) {
  const router = useRouter()
  const search = useSearch({ from: route })
  const [pathname] = useState(() => router.latestLocation.pathname)

  const change = (changes: ChangesOf<Id>, how?: Pick<NavigateOptions, 'replace' | 'resetScroll'>) => {
    // A late change, such as of a search field, belongs to no other page.
    if (router.latestLocation.pathname !== pathname) return
    void router.navigate({ to: '.', search: (before: object) => ({ ...before, ...changes }), ...how })
  }
  return [search, change] as const
}
