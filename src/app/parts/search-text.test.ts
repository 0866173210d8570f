import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearch, writeSearch } from './search-text.ts'

const names = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__')
const searches = fc.dictionary(names, fc.string({ unit: 'grapheme' }))

test('what is written is read again, letter by letter', () => {
  fc.assert(
    fc.property(searches, (search) => {
      expect(readSearch(writeSearch(search))).toEqual({ ...search })
    }),
  )
})

test('what is as usual is not said', () => {
  const usual = { page: 1, q: '', from: undefined }
  expect(writeSearch({ page: 1, q: '', from: undefined }, usual)).toBe('')
  expect(writeSearch({ page: 2, q: '', from: undefined }, usual)).toBe('?page=2')
  expect(writeSearch({ page: 1, q: 'a b&c', from: 'x' }, usual)).toBe('?q=a+b%26c&from=x')
})

test('a text that looks like a number or a quotation stays that text', () => {
  for (const q of ['007', '1e3', 'true', '"x"', '[1]']) {
    expect(readSearch(writeSearch({ q }, { q: '' }))).toEqual({ q })
  }
})
