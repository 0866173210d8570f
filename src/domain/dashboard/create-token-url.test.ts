import { expect, test } from 'vitest'
import { createTokenUrl } from './create-token-url.ts'

test.each([
  ['edit', 'Token Desk'],
  ['read', 'Token Desk (read-only)'],
] as const)('the dashboard opens on a token of the account that may %s tokens', (access, name) => {
  const url = new URL(createTokenUrl(access))
  expect(url.origin).toBe('https://dash.cloudflare.com')
  expect(url.searchParams.get('to')).toBe('/:account/api-tokens')
  expect(url.searchParams.get('name')).toBe(name)
  expect(JSON.parse(url.searchParams.get('permissionGroupKeys') ?? '')).toEqual([
    { key: 'account_api_tokens', type: access },
    { key: 'zone', type: 'read' },
    { key: 'workers_r2', type: 'read' },
    { key: 'workers_scripts', type: 'read' },
  ])
})
