import { afterEach, expect, test, vi } from 'vitest'
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
  const view = { name: 'Mine', search: { per_page: 'all', include_expired: 'true', q: '2026.10', sort: 'name' } }
  expect(storeViews('a', [view])).toBe(true)
  expect(savedViews('a')).toEqual([view])
  expect(savedViews('b')).toEqual([])
})

test('a view of before, with numbers and switches, comes back as text', () => {
  useStorage('[{"name":"Old","search":{"page":2,"per_page":50,"include_expired":true,"q":"dns"}}]')
  const search = { page: '2', per_page: '50', include_expired: 'true', q: 'dns' }
  expect(savedViews('a')).toEqual([{ name: 'Old', search }])
})

test.each(['nonsense', '{}', '[{"name":1}]', '[{"name":"x","search":"x"}]'])('%s is no view', (text) => {
  useStorage(text)
  expect(savedViews('a')).toEqual([])
})
