import { describe, expect, test } from 'vitest'
import { createSite, NONCE_PLACEHOLDER } from './site.ts'

const siteAt = (hsts?: { maxAgeSeconds: number; includeSubDomains: boolean }) =>
  createSite({
    files: async (c, next) => (c.req.path === '/assets/app-1.js' ? c.body('1') : next()),
    page: () => Promise.resolve(`<script nonce="${NONCE_PLACEHOLDER}"></script>`),
    hsts,
  })

describe('headers', () => {
  test('of every answer keep the page to itself', async () => {
    for (const path of ['/', '/assets/app-1.js', '/none.js']) {
      const { headers } = await siteAt().request(path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      })
    }
  })

  test('ask for TLS only where people come by it', async () => {
    const header = async (...hsts: Parameters<typeof siteAt>) =>
      (await siteAt(...hsts).request('/')).headers.get('strict-transport-security')
    expect(await header({ maxAgeSeconds: 600, includeSubDomains: false })).toBe('max-age=600')
    expect(await header({ maxAgeSeconds: 600, includeSubDomains: true })).toBe('max-age=600; includeSubDomains')
    expect(await header()).toBeNull()
  })

  test('let hashed files stay, and the page be asked for anew', async () => {
    const cache = async (path: string) => (await siteAt().request(path)).headers.get('cache-control')
    expect(await cache('/assets/app-1.js')).toContain('immutable')
    expect(await cache('/assets/gone-1.js')).toBe('no-cache')
    expect(await cache('/accounts/x')).toBe('no-cache')
  })
})

test('every page has a nonce of its own, in the policy and in the markup alike', async () => {
  const site = siteAt()
  const nonces = new Set<string>()
  for (let index = 0; index < 20; index += 1) {
    const page = await site.request('/')
    const nonce = /nonce-([^']+)/.exec(page.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    expect(await page.text()).toBe(`<script nonce="${nonce}"></script>`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(20)
})
