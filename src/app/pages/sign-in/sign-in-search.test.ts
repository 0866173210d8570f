import * as v from 'valibot'
import { expect, test } from 'vitest'
import { signInSearch } from './sign-in-search.ts'

const read = (next: string) => v.parse(signInSearch, { next }).next

test.each([
  '/',
  '/accounts/0a/tokens',
  '/accounts/0a/tokens?q=dns+write&status=active%2Cexpired',
  '/verify?account=0a',
])('signing in leads on to %s', (next) => expect(read(next)).toBe(next))

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a b', '/#x', ''])(
  'signing in does not lead to %j',
  (next) => expect(read(next)).toBeUndefined(),
)
