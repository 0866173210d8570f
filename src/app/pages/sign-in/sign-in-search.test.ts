import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { signInSearch } from './sign-in-search.ts'

const read = (next: string) => v.parse(signInSearch, { next }).next

test.each([
  '/',
  '/accounts/0a/tokens',
  '/accounts/0a/tokens?q=dns+write&status=active%2Cexpired',
  '/accounts/0a/tokens/new?template=edge_cache-purge',
  '/verify?account=0a',
])('signing in leads on to %s', (next) => expect(read(next)).toBe(next))

test.each([
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/a/../b',
  '/./',
  '/..',
  '/%2e//evil.example',
  '/a/%2E%2e/b',
  '/a/%2e',
  '/%2f/evil.example',
  '/%5cevil.example',
  '/a//b',
  'https://evil.example',
  'javascript:alert(1)',
  '/a b',
  '/#x',
  '/?x#y',
  '/a\n/b',
  '',
])('signing in does not lead to %j', (next) => expect(read(next)).toBeUndefined())

test('whatever is taken is an address of this site that nothing reads differently', () => {
  const part = fc.constantFrom(
    '/',
    '//',
    '.',
    '..',
    '\\',
    '%2e',
    '%2f',
    '%5c',
    '?',
    '#',
    '@',
    ':',
    'evil.example',
    'a',
    '',
  )
  const address = fc.oneof(
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.webUrl(),
    fc.string(),
  )
  fc.assert(
    fc.property(address, (text) => {
      const next = read(text)
      if (next === undefined) return
      expect(next).toBe(text)
      const { href } = new URL(next, 'https://own.invalid')
      expect(href).toBe(`https://own.invalid${next}`)
      const [path = ''] = next.split('?')
      expect(path).toMatch(/^\/(?!\/)/)
      expect(decodeURIComponent(path)).not.toMatch(/\/\/|\\|\/\.{1,2}(?:\/|$)/)
    }),
    { numRuns: 3000 },
  )
})
