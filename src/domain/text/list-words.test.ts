import { expect, test } from 'vitest'
import { listWords, trimHidden } from './list-words.ts'

test('a pasted list comes apart at spaces, commas, semicolons and lines', () => {
  expect(listWords('a, b;c\nd  e\u00A0f')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

test.each([
  ['a zero-width space', '1.2.3.4\u200B'],
  ['a byte order mark', '\uFEFF1.2.3.4'],
  ['direction marks', '\u200F\u202A1.2.3.4\u202C'],
  ['a no-break space', '\u00A01.2.3.4\u202F'],
  ['a soft hyphen, a word joiner and blanks', ' \u00AD 1.2.3.4 \u2060 '],
])('%s at the ends is taken away', (_, text) => {
  expect(trimHidden(text)).toBe('1.2.3.4')
  expect(listWords(`${text},${text}`)).toEqual(['1.2.3.4', '1.2.3.4'])
})

test('inside of a word, a hidden character stays', () => {
  expect(trimHidden('1.2\u200B.3.4')).toBe('1.2\u200B.3.4')
  expect(listWords('\u200B')).toEqual([])
})
