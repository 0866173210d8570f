import { createMemoryHistory } from '@tanstack/history'
import type { ComponentType } from 'react'
import * as v from 'valibot'
import { expect, test, vi } from 'vitest'
import { route, type PageProps } from './route.ts'
import { createRouter, type Place } from './router.ts'

const List: ComponentType<PageProps<'id', { page: string }>> = () => null
const One: ComponentType<PageProps<'id' | 'one'>> = () => null
const Other = () => null
const Missing = () => null

/** A list, one of it, a page that only leads on, and a page whose code is `codeOfOther`. */
function setUp(start: string, codeOfOther: () => Promise<typeof Other> = () => Promise.resolve(Other)) {
  const loads: string[] = []
  const history = createMemoryHistory({ initialEntries: [start] })
  const router = createRouter({
    routes: [
      route({ path: '/old/:id', load: ({ params }) => `/lists/${params.id}` }),
      route({
        path: '/lists/:id',
        search: v.object({ page: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^\d$/)), '1'), '1') }),
        load: ({ params, search, isPreload }) => {
          loads.push(`${params.id} ${search.page}${isPreload ? ' ahead' : ''}`)
        },
        page: () => Promise.resolve(List),
      }),
      route({ path: '/lists/:id/:one', page: () => Promise.resolve(One) }),
      route({ path: '/other', page: codeOfOther }),
    ],
    notFound: route({ path: '*', page: () => Promise.resolve(Missing) }),
    history,
  })
  const drawn: Place[] = []
  router.attach((place) => {
    drawn.push(place)
    router.settle(place)
  })
  return { router, history, loads, drawn }
}

test('the first place is known at once, and drawn when its code is there', async () => {
  const { router, drawn } = setUp('/lists/a?page=3')
  expect(drawn).toMatchObject([{ params: { id: 'a' }, search: { page: '3' }, Page: null }])
  await router.load()
  expect(router.place()).toMatchObject({ params: { id: 'a' }, Page: List })
})

test.each([
  ['/lists/a', List],
  ['/lists/a/', List],
  ['/lists/a/b', One],
  ['/lists', Missing],
  ['/lists/a/b/c', Missing],
  ['/lists/%E0%A4%A', Missing],
])('%s has its page', async (address, Page) => {
  const { router } = setUp(address)
  await router.load()
  expect(router.place().Page).toBe(Page)
})

test('what stands in a path is read as it was meant', async () => {
  const { router } = setUp('/lists/a%20b/%C3%BC')
  await router.load()
  expect(router.place().params).toEqual({ id: 'a b', one: 'ü' })
})

test('a search that says nothing sensible falls back', async () => {
  const { router, loads } = setUp('/lists/a?page=many&other=1')
  await router.load()
  expect(router.place().search).toEqual({ page: '1' })
  expect(loads).toEqual(['a 1'])
})

test('an address that stands for another one is replaced by it', async () => {
  const { router, history, drawn } = setUp('/lists/z')
  await router.load()
  await router.navigate('/old/a')
  expect(history.location.href).toBe('/lists/a')
  expect(drawn.map(({ location }) => location.pathname)).toEqual(['/lists/z', '/lists/z', '/lists/a'])
  history.back()
  expect(history.location.href).toBe('/lists/z')
})

test('the page before it stands until the code of the next one is there', async () => {
  let come: (page: typeof Other) => void = () => {}
  const { router, history } = setUp('/lists/a', () => new Promise((resolve) => (come = resolve)))
  await router.load()
  const gone = router.navigate('/other')
  await vi.waitFor(() => expect(history.location.href).toBe('/other'))
  expect(router.place().Page).toBe(List)
  come(Other)
  await gone
  expect(router.place().Page).toBe(Other)
})

test('of two ways at once the later counts', async () => {
  let come: (page: typeof Other) => void = () => {}
  const { router, drawn } = setUp('/lists/a', () => new Promise((resolve) => (come = resolve)))
  await router.load()
  const first = router.navigate('/other')
  await router.navigate('/lists/b')
  come(Other)
  await first
  expect(router.place()).toMatchObject({ params: { id: 'b' }, Page: List })
  expect(drawn.some(({ Page }) => Page === Other)).toBe(false)
})

test('code that does not come fails where the page would be drawn, and is asked for again', async () => {
  let isBroken = true
  const { router } = setUp('/other', () => (isBroken ? Promise.reject(new Error('offline')) : Promise.resolve(Other)))
  await router.load()
  const { Page } = router.place()
  expect(() => (Page as () => unknown)()).toThrow('offline')
  isBroken = false
  await router.load()
  expect(router.place().Page).toBe(Other)
})

test('whoever is held by a guard stays, and is told so', async () => {
  // The history asks guards in a browser only.
  vi.stubGlobal('document', {})
  const { router, history } = setUp('/lists/a')
  await router.load()
  const release = history.block({ blockerFn: () => true })
  await router.navigate('/other')
  expect(router.place().Page).toBe(List)
  await router.navigate('/lists/b', { ignoreGuards: true })
  expect(router.place().params).toEqual({ id: 'b' })
  release()
  await router.navigate('/other')
  expect(router.place().Page).toBe(Other)
  vi.unstubAllGlobals()
})

test('a search is changed in part, and says only what is not usual', async () => {
  const { router, history } = setUp('/lists/a')
  await router.load()
  router.changeSearch(router.place(), { page: '4' })
  expect(history.location.href).toBe('/lists/a?page=4')
  router.changeSearch(router.place(), { page: '1' })
  expect(history.location.href).toBe('/lists/a')
})

test('a page that was left changes no address', async () => {
  const { router, history } = setUp('/lists/a')
  await router.load()
  const before = router.place()
  await router.navigate('/lists/b')
  router.changeSearch(before, { page: '4' })
  expect(history.location.href).toBe('/lists/b')
})

test('going where one is leaves no step to go back to', async () => {
  const { router, history } = setUp('/lists/a')
  await router.load()
  await router.navigate('/lists/a')
  expect(history.length).toBe(1)
  await router.navigate('/lists/b')
  await router.navigate('/lists/c', { replace: true })
  expect(history.length).toBe(2)
})

test('what a page needs is fetched ahead, and nobody is led there', async () => {
  const { router, history, loads } = setUp('/lists/a')
  await router.load()
  router.preload('/lists/b?page=2')
  expect(loads).toEqual(['a 1', 'b 2 ahead'])
  expect(history.location.href).toBe('/lists/a')
})
