import { expect, test } from 'vitest'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { wordsForAddress } from './use-typed-search.ts'

test.each([
  ['dns', 'dns'],
  ['  zone dns ', 'zone dns'],
  ['2026.10', '2026.10'],
  ['   ', ''],
  ['023e105f4ecef8ad9ca31a8372d0c353', '023e105f4ecef8ad9ca31a8372d0c353'],
])('%j goes into the address as %j', (typed, words) => {
  expect(wordsForAddress(typed, looksLikeSecret)).toBe(words)
})

test.each(['cfat_', 'Authorization: Bearer cfat_'])('a secret after %j never goes into the address', (before) => {
  expect(wordsForAddress(`${before}${'aB3'.repeat(14)}`, looksLikeSecret)).toBe('')
})

test('until it is known what a secret looks like, only an empty search goes into the address', () => {
  expect(wordsForAddress('dns', undefined)).toBeNull()
  expect(wordsForAddress('cfat_', undefined)).toBeNull()
  expect(wordsForAddress(' ', undefined)).toBe('')
})
