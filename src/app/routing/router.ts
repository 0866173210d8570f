import type { HistoryLocation, RouterHistory } from '@tanstack/history'
import type { AnyPage, Move, Route } from './route.ts'
import { writeSearch } from './search-text.ts'

/** Where somebody is. */
export type Place = {
  location: HistoryLocation
  route: Route
  params: Partial<Record<string, string>>
  search: object
  /** Null while the code of the first page is on its way. */
  Page: AnyPage | null
}

type Routes = {
  /** The first that knows an address has it. */
  routes: Route[]
  /** Has every address that none of them knows. */
  notFound: Route
  history: RouterHistory
}

export type Router = ReturnType<typeof createRouter>

/**
 * Leads from addresses to pages. The history writes the addresses and asks the guards; here a page's first requests
 * start, its code is waited for, and only then is it the place, so that the page before it stands until then.
 */
export function createRouter({ routes, notFound, history }: Routes) {
  const find = ({ pathname, search }: { pathname: string; search: string }) => {
    for (const route of routes) {
      const params = route.match(pathname)
      if (params) return { route, params, search: route.readSearch(search) }
    }
    return { route: notFound, params: {}, search: {} }
  }

  let place: Place = { location: history.location, ...find(history.location), Page: null }
  let turn = 0
  let isMoving = false
  let onPlace: ((place: Place) => void) | null = null
  const watching = new Set<() => void>()

  const setMoving = (next: boolean) => {
    if (isMoving === next) return
    isMoving = next
    for (const tell of watching) tell()
  }

  const arrive = (next: Place) => {
    place = next
    if (onPlace) onPlace(next)
    else settle(next)
  }

  /** Leads to the page of `location`. Of two at once the later counts. */
  const lead = async (location: HistoryLocation) => {
    const mine = ++turn
    setMoving(true)
    const found = find(location)
    let Page: AnyPage
    try {
      const elsewhere = await found.route.load({ ...found, isPreload: false })
      if (mine !== turn) return
      if (elsewhere) return history.replace(elsewhere, {}, { ignoreBlocker: true })
      Page = await found.route.page()
    } catch (error) {
      // Where a page would fail as it is drawn, this one does as well.
      Page = () => {
        throw error
      }
    }
    if (mine === turn) arrive({ ...found, location, Page })
  }

  /** The page of `next` is drawn. */
  function settle(next: Place) {
    if (next !== place || next.location !== history.location) return
    setMoving(false)
  }

  history.subscribe(({ location }) => void lead(location))

  /** Calls `tell` whenever somebody begins to be led to another page, or is there. */
  const watch = (tell: () => void) => {
    watching.add(tell)
    return () => void watching.delete(tell)
  }

  const arrival = () =>
    new Promise<void>((resolve) => {
      const stop = watch(() => {
        stop()
        resolve()
      })
    })

  /** Resolves when its page is there, another one instead of it, or whoever was asked has stayed. */
  const navigate = async (href: string, { replace, keepScroll, ignoreGuards }: Move = {}): Promise<void> => {
    const write = replace || href === history.location.href ? history.replace : history.push
    write(href, { keepScroll }, { ignoreBlocker: ignoreGuards ?? false })
    // The guards have been asked by then; whoever stays moves nothing.
    await new Promise((resolve) => setTimeout(resolve))
    if (isMoving) await arrival()
  }

  return {
    history,
    /** The place whose page is drawn, or comes first. */
    place: () => place,
    /** Leads to the page of the address as it is: the first one, or the same again after a failure. */
    load: () => lead(history.location),
    navigate,
    isMoving: () => isMoving,
    watch,
    /** Fetches what the page of `href` needs, code and data, for whoever is about to go there. */
    preload: (href: string): void => {
      const [pathname = '', search = ''] = href.split('?')
      const found = find({ pathname, search })
      // What does not come is asked for again, and missed, by whoever goes there.
      Promise.all([found.route.load({ ...found, isPreload: true }), found.route.page()]).catch(() => {})
    },
    /** Changes what the search of `from` says. Whoever has left that page meanwhile stays where they are. */
    changeSearch: (from: Place, change: object, how?: Move): void => {
      const { pathname } = history.location
      const { route, search } = find(history.location)
      if (route !== from.route || pathname !== from.location.pathname) return
      void navigate(`${pathname}${writeSearch({ ...search, ...change }, route.defaults)}`, how)
    },
    /** Tells `draw` each place to be drawn, which tells `settle` when it is. */
    attach: (draw: (place: Place) => void) => {
      onPlace = draw
      draw(place)
      return () => {
        onPlace = null
      }
    },
    settle,
  }
}
