import { expect, test } from 'vitest'
import { paths } from './paths.ts'

test('every page has its address', () => {
  expect([
    paths.home,
    paths.tokens('a'),
    paths.token('a', 'b/c'),
    paths.editToken('a', 'b'),
    paths.newToken('a'),
    paths.newToken('a', { template: 'dns' }),
    paths.newToken('a', { from: 'b' }),
    paths.permissions('a'),
    paths.permissions('a', { name: 'DNS Write', scope: undefined }),
    paths.verify(null),
    paths.verify('a'),
    paths.signIn(),
    paths.signIn({ next: '/accounts/a/tokens?q=x' }),
    paths.signIn({ signed_out: 'everywhere' }),
  ]).toEqual([
    '/',
    '/accounts/a/tokens',
    '/accounts/a/tokens/b%2Fc',
    '/accounts/a/tokens/b/edit',
    '/accounts/a/tokens/new',
    '/accounts/a/tokens/new?template=dns',
    '/accounts/a/tokens/new?from=b',
    '/accounts/a/permissions',
    '/accounts/a/permissions?name=DNS+Write',
    '/verify',
    '/verify?account=a',
    '/sign-in',
    '/sign-in?next=%2Faccounts%2Fa%2Ftokens%3Fq%3Dx',
    '/sign-in?signed_out=everywhere',
  ])
})
