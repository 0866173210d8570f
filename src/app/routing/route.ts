import { parse, type RouteParams } from 'regexparam'
import type { ComponentType } from 'react'
import * as v from 'valibot'
import { readSearch } from './search-text.ts'

/** How a page is gone to. */
export type Move = {
  /** In the place of the page somebody is on: going back does not lead there again. */
  replace?: boolean
  /** What stands in view stays there. Otherwise a page begins at its top. */
  keepScroll?: boolean
  /** Nobody is asked before what they have entered is left. */
  ignoreGuards?: boolean
}

/** What a page gets of its address. */
export type PageProps<Name extends string = never, Search extends object = object> = {
  /** What stands in the places of the path. */
  params: Record<Name, string>
  search: Search
  /** Writes into the address what changes of its search; the rest stays. */
  onSearch: (change: Partial<Search>, how?: Move) => void
}

type Visit<Path extends string, Search extends object> = {
  params: RouteParams<Path>
  search: Search
  /** Somebody may go there; they have not gone yet. */
  isPreload: boolean
}

type Given<Path extends string, Search extends object> = {
  /** Such as `/accounts/:accountId`. */
  path: Path
  /** Reads the search, whatever somebody wrote there: each field has a value to fall back to. */
  search?: v.GenericSchema<unknown, Search>
  /** Starts what the page will ask for, or gives the address that stands for this one. */
  load?: (visit: Visit<Path, Search>) => string | void | Promise<string | void>
  /** The page's code. */
  page?: () => Promise<ComponentType<PageProps<keyof RouteParams<Path> & string, Search>>>
}

/** What every page is drawn as: what it really takes, its own route has seen to. */
export type AnyPage = ComponentType<PageProps<string>>

/** One kind of address, and what belongs to it. */
export type Route = {
  /** What the path holds, where it is one of these. */
  match: (pathname: string) => Record<string, string> | null
  readSearch: (text: string) => object
  /** What the search says where nothing is said. */
  defaults: object
  load: (visit: { params: Record<string, string>; search: object; isPreload: boolean }) => Promise<string | void>
  page: () => Promise<AnyPage>
}

/** Nothing in the search is of interest. */
const noSearch: v.GenericSchema<unknown, object> = v.object({})

/** A kind of address and its page, which gets the params of just this path and the search of just this schema. */
export function route<Path extends string, Search extends object = object>(given: Given<Path, Search>): Route {
  const { keys, pattern } = parse(given.path)
  const schema = given.search ?? noSearch
  return {
    match: (pathname) => {
      const found = pattern.exec(pathname)
      if (!found) return null
      try {
        return Object.fromEntries(keys.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]))
      } catch {
        // Half of an escaped letter: no address of ours.
        return null
      }
    },
    readSearch: (text) => v.parse(schema, readSearch(text)),
    defaults: v.parse(schema, {}),
    load: async (visit) => given.load?.(visit as Visit<Path, Search>),
    // An address that only stands for another one is left before its page is asked for.
    page: async () => (given.page ? ((await given.page()) as AnyPage) : Nothing),
  }
}

const Nothing = () => null
