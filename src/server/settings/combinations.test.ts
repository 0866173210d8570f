import { expect, test } from 'vitest'
import { refusal, SECRET } from '#server/testing/settings.ts'
import { readConfig } from './config.ts'
import type { Environment } from './config-error.ts'
import { combinations } from './combinations.ts'

const TOKEN = 'cfat_0123456789abcdefghijABCDEFGHIJ0123456789abcdef'
const shared = { CLOUDFLARE_API_TOKEN: TOKEN }
const access = { ACCESS_TEAM_DOMAIN: 'acme.cloudflareaccess.com', ACCESS_AUD: '5'.repeat(64) }
const signIn = { AUTH: 'sign-in', SESSION_SECRET: SECRET }
/** As worker.ts passes them. */
const worker = { PUBLIC_URL: 'https://tokens.example.com', HOST: '0.0.0.0', PORT: '443' }

const REFUSED: [Environment, RegExp][] = [
  [{ ACCESS_AUD: access.ACCESS_AUD }, /^ACCESS_TEAM_DOMAIN and ACCESS_AUD belong together/],
  [{ ...shared, ACCESS_TEAM_DOMAIN: access.ACCESS_TEAM_DOMAIN }, /^ACCESS_TEAM_DOMAIN and ACCESS_AUD belong together/],
  [{ ...signIn, ...shared }, /^AUTH=sign-in and CLOUDFLARE_API_TOKEN are both set/],
  [{ AUTH: 'sign-in' }, /^AUTH=sign-in needs SESSION_SECRET/],
  [{ SESSION_SECRET: SECRET }, /^SESSION_SECRET is set but AUTH is not/],
  [{ ...signIn, SANDBOX_TOKEN: SECRET.slice(0, 43), SESSION_SECRET: SECRET.slice(0, 40) }, /^SESSION_SECRET shares/],
  [{ CLOUDFLARE_ACCOUNT_ID: 'a'.repeat(32) }, /^CLOUDFLARE_ACCOUNT_ID is set but CLOUDFLARE_API_TOKEN is not/],
  [{ CLOUDFLARE_API_BASE_URL: 'https://a.example' }, /^CLOUDFLARE_API_BASE_URL is set but CLOUDFLARE_API_TOKEN is not/],
  [{ HSTS_MAX_AGE: '60' }, /^HSTS_MAX_AGE is set, but PUBLIC_URL/],
  [{ HSTS_MAX_AGE: '0' }, /^HSTS_MAX_AGE is set, but PUBLIC_URL/],
  [{ HSTS_INCLUDE_SUBDOMAINS: '1', PUBLIC_URL: 'http://localhost' }, /^HSTS_INCLUDE_SUBDOMAINS is set, but PUBLIC_URL/],
  [{ ...shared, PUBLIC_URL: 'https://a.example' }, /^PUBLIC_URL says that others.*AUTH=sign-in.*ACCESS_TEAM_DOMAIN/],
  [{ ...shared, ...worker }, /^PUBLIC_URL says that others.*ACCESS_TEAM_DOMAIN/],
  [{ ...shared, ...worker, PUBLIC_URL: 'http://127.0.0.1:8080' }, /^HOST .*ACCESS_TEAM_DOMAIN/],
  [{ ...shared, HOST: '0.0.0.0' }, /^HOST .*127\.0\.0\.1.*AUTH=sign-in.*ACCESS_AUD/],
  [{ ...shared, TRUSTED_PROXIES: '127.0.0.1' }, /^TRUSTED_PROXIES says.*AUTH=sign-in.*ACCESS_TEAM_DOMAIN/],
  [{ ...signIn, HOST: '192.168.1.5' }, /^AUTH=sign-in on a HOST.*PUBLIC_URL.*unencrypted.*cookie.*https:/],
]

test.each(REFUSED)('%j', (env, message) => {
  const said = refusal(() => readConfig(env))
  expect(said).toMatch(message)
  expect(said).not.toMatch(/\n|192\.168|a\.example/)
})

test('each combination has been tried', () => {
  const said = new Set(REFUSED.map(([env]) => refusal(() => readConfig(env))))
  expect(combinations.map(({ message }) => message).filter((message) => !said.has(message))).toEqual([])
})

test.each<[Environment, string]>([
  [shared, 'live'],
  [{ ...shared, PUBLIC_URL: 'http://localhost:8080' }, 'live'],
  [{ ...shared, ...access, ...worker, TRUSTED_PROXIES: '10.0.0.0/8' }, 'live'],
  [{ ...signIn, PUBLIC_URL: 'https://a.example', TRUSTED_PROXIES: '127.0.0.1' }, 'sign-in'],
  [{ ...signIn, ...worker }, 'sign-in'],
  [{ ...signIn, HOST: '::1' }, 'sign-in'],
  [{ ...signIn, HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:8080' }, 'sign-in'],
  [{ ...worker, HSTS_MAX_AGE: '0' }, 'sandbox'],
  [{ HOST: '0.0.0.0', TRUSTED_PROXIES: '10.0.0.1' }, 'sandbox'],
])('%j is %s', (env, mode) => {
  expect(readConfig(env)).toMatchObject({ mode })
})
