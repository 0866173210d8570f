import { afterEach, expect, test, vi } from 'vitest'
import { listDefaults, type ListSearch } from './list-search.ts'
import { savedViews, storeViews } from './saved-views.ts'

function useStorage(first?: string) {
  const kept = new Map<string, string>()
  if (first !== undefined) kept.set('token-desk.views.a', first)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a view comes back as it was stored', () => {
  useStorage()
  const search: ListSearch = {
    ...listDefaults,
    page: 3,
    per_page: 'all',
    include_expired: true,
    q: '2026.10',
    sort: 'name',
  }
  expect(storeViews('a', [{ name: 'Mine', search }])).toBe(true)
  expect(savedViews('a')).toEqual([{ name: 'Mine', search }])
  expect(savedViews('b')).toEqual([])
})

test('a view of before, with numbers and switches, comes back as well', () => {
  useStorage('[{"name":"Old","search":{"page":2,"per_page":50,"include_expired":true,"q":"dns"}}]')
  const search = { ...listDefaults, page: 2, per_page: 50, include_expired: true, q: 'dns' }
  expect(savedViews('a')).toEqual([{ name: 'Old', search }])
})

test.each(['nonsense', '{}', '[{"name":1}]', '[{"name":"x","search":"x"}]'])('%s is no view', (text) => {
  useStorage(text)
  expect(savedViews('a')).toEqual([])
})
