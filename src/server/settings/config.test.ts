import { describe, expect, test } from 'vitest'
import { OTHER_SECRET, refusal, SECRET } from '#server/testing/settings.ts'
import { readConfig, readSandboxConfig } from './config.ts'
import type { Environment } from './config-error.ts'

const TOKEN = 'cfat_0123456789abcdefghijABCDEFGHIJ0123456789abcdef'
const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const OTHER = 'a'.repeat(32)

const live = (env: Environment) => readConfig({ CLOUDFLARE_API_TOKEN: TOKEN, ...env })

describe('a valid environment is one mode', () => {
  test('nothing set, or set to nothing: the sandbox on this machine', () => {
    const sandbox = { mode: 'sandbox', host: '127.0.0.1', port: 5173, latencyMs: 0 }
    expect(readConfig({})).toEqual(sandbox)
    expect(readConfig({ CLOUDFLARE_API_TOKEN: '', CLOUDFLARE_ACCOUNT_ID: '', HOST: '', PORT: '' })).toEqual(sandbox)
  })

  test('a token: live', () => {
    expect(live({})).toEqual({
      mode: 'live',
      upstream: 'https://api.cloudflare.com/client/v4',
      token: TOKEN,
      accountIds: [],
      host: '127.0.0.1',
      port: 5173,
    })
  })

  test('the older tokens of 40 characters count', () => {
    const token = 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY'
    expect(readConfig({ CLOUDFLARE_API_TOKEN: token })).toMatchObject({ mode: 'live', token })
  })

  test.each([
    [ACCOUNT, [ACCOUNT]],
    [` ${ACCOUNT} , ${OTHER.toUpperCase()},`, [ACCOUNT, OTHER]],
    [`${ACCOUNT},${ACCOUNT}`, [ACCOUNT]],
  ])('accounts: "%s"', (text, accountIds) => {
    expect(live({ CLOUDFLARE_ACCOUNT_ID: text })).toMatchObject({ accountIds })
  })

  test.each([
    ['https://api.example.com/client/v4', 'https://api.example.com/client/v4'],
    ['https://api.example.com/client/v4/', 'https://api.example.com/client/v4'],
    ['https://api.example.com', 'https://api.example.com'],
    ['http://localhost:8787/client/v4', 'http://localhost:8787/client/v4'],
    ['http://127.0.0.1:8787/client/v4', 'http://127.0.0.1:8787/client/v4'],
    ['http://[::1]:8787/client/v4', 'http://[::1]:8787/client/v4'],
  ])('another upstream: %s', (text, upstream) => {
    expect(live({ CLOUDFLARE_API_BASE_URL: text })).toMatchObject({ upstream })
  })

  test.each([['localhost'], ['127.0.0.1'], ['127.1.2.3'], ['::1']])('live on %s, which is this machine', (host) => {
    expect(live({ HOST: host })).toMatchObject({ host })
  })

  test.each([['0.0.0.0'], ['::'], ['desk.internal'], ['192.168.1.5']])('the sandbox on %s', (host) => {
    expect(readConfig({ HOST: host, PORT: '80', SANDBOX_LATENCY_MS: '250' })).toEqual({
      mode: 'sandbox',
      host,
      port: 80,
      latencyMs: 250,
    })
  })

  test('the sandbox alone has a port and a token of its own, and makes nothing of live settings', () => {
    const live = { AUTH: 'sign-in', CLOUDFLARE_API_TOKEN: TOKEN, CLOUDFLARE_ACCOUNT_ID: ACCOUNT, HSTS_MAX_AGE: '5' }
    expect(readSandboxConfig(live)).toEqual({
      host: '127.0.0.1',
      port: 8787,
      token: null,
      latencyMs: 0,
    })
    expect(readSandboxConfig({ SANDBOX_TOKEN: TOKEN, PORT: '9000' })).toMatchObject({ token: TOKEN, port: 9000 })
  })
})

describe('an invalid one is refused in one line that names the setting, the fault and the remedy', () => {
  test.each<[string, Environment, RegExp]>([
    ['a space in the token', { CLOUDFLARE_API_TOKEN: `Bearer ${TOKEN}` }, /^CLOUDFLARE_API_TOKEN .*space.*Paste/],
    ['a line break in the token', { CLOUDFLARE_API_TOKEN: `${TOKEN}\n` }, /^CLOUDFLARE_API_TOKEN .*line break/],
    ['quotes around the token', { CLOUDFLARE_API_TOKEN: `"${TOKEN}"` }, /^CLOUDFLARE_API_TOKEN .*quotation/],
    ['blanks for a token', { CLOUDFLARE_API_TOKEN: '  ' }, /^CLOUDFLARE_API_TOKEN .*space/],
    ['half a token', { CLOUDFLARE_API_TOKEN: TOKEN.slice(0, 39) }, /^CLOUDFLARE_API_TOKEN .*short.*40/],
    ['an endless token', { CLOUDFLARE_API_TOKEN: 'x'.repeat(201) }, /^CLOUDFLARE_API_TOKEN .*long/],
    ['a placeholder', { CLOUDFLARE_API_TOKEN: `<${TOKEN}>` }, /^CLOUDFLARE_API_TOKEN .*character/],
    ['an account name', { CLOUDFLARE_API_TOKEN: TOKEN, CLOUDFLARE_ACCOUNT_ID: 'acme' }, /^CLOUDFLARE_ACCOUNT_ID .*32/],
    [
      'a token as second account',
      { CLOUDFLARE_API_TOKEN: TOKEN, CLOUDFLARE_ACCOUNT_ID: `${ACCOUNT},${TOKEN}` },
      /^Entry 2 of CLOUDFLARE_ACCOUNT_ID/,
    ],
    [
      'an account without a token',
      { CLOUDFLARE_ACCOUNT_ID: ACCOUNT },
      /^CLOUDFLARE_ACCOUNT_ID .*CLOUDFLARE_API_TOKEN is not/,
    ],
    [
      'an upstream without a token',
      { CLOUDFLARE_API_BASE_URL: 'https://api.example.com' },
      /^CLOUDFLARE_API_BASE_URL .*CLOUDFLARE_API_TOKEN is not/,
    ],
    ['port 0', { PORT: '0' }, /^PORT .*1 to 65535/],
    ['port 65536', { PORT: '65536' }, /^PORT /],
    ['a port in words', { PORT: 'http' }, /^PORT /],
    ['half a port', { PORT: '51.5' }, /^PORT /],
    ['a pipe', { PORT: '/tmp/socket' }, /^PORT /],
    ['a negative delay', { SANDBOX_LATENCY_MS: '-1' }, /^SANDBOX_LATENCY_MS .*0 to 60000/],
    ['a delay with a unit', { SANDBOX_LATENCY_MS: '5s' }, /^SANDBOX_LATENCY_MS /],
    ['a URL for a host', { HOST: 'http://127.0.0.1' }, /^HOST .*no scheme/],
    ['a host with its port', { HOST: '127.0.0.1:5173' }, /^HOST /],
    ['a star for a host', { HOST: '*' }, /^HOST /],
    [
      'a live token on all interfaces',
      { CLOUDFLARE_API_TOKEN: TOKEN, HOST: '0.0.0.0' },
      /^HOST .*127\.0\.0\.1.*AUTH=sign-in.*ACCESS_AUD/,
    ],
    ['a live token on the network', { CLOUDFLARE_API_TOKEN: TOKEN, HOST: '192.168.1.5' }, /^HOST /],
    ['a live token on a name', { CLOUDFLARE_API_TOKEN: TOKEN, HOST: 'desk.internal' }, /^HOST /],
    [
      'a token for the browser',
      { VITE_CLOUDFLARE_API_TOKEN: TOKEN },
      /^VITE_CLOUDFLARE_API_TOKEN .*browser.*CLOUDFLARE_API_TOKEN/,
    ],
    ['a token under an innocent name', { VITE_STUFF: `x ${TOKEN}` }, /^VITE_STUFF /],
    ['the token once more', { CLOUDFLARE_API_TOKEN: 'y'.repeat(40), VITE_COPY: 'y'.repeat(40) }, /^VITE_COPY /],
  ])('%s', (_, env, message) => {
    const text = refusal(() => readConfig(env))
    expect(text).toMatch(message)
    expect(text).not.toContain('\n')
    expect(text).not.toContain(TOKEN.slice(0, 20))
  })

  test.each([
    ['api.example.com', /absolute/],
    ['/client/v4', /absolute/],
    ['ftp://api.example.com', /https:\/\//],
    ['https://me:secret@api.example.com', /password/],
    ['https://api.example.com/?a=1', /query/],
    ['https://api.example.com/#a', /fragment/],
    ['http://api.example.com', /unencrypted/],
    ['http://localhost.example.com', /unencrypted/],
    ['http://192.168.1.5:8787', /unencrypted/],
  ])('the upstream %s', (url, message) => {
    const text = refusal(() => live({ CLOUDFLARE_API_BASE_URL: url }))
    expect(text).toMatch(/^CLOUDFLARE_API_BASE_URL /)
    expect(text).toMatch(message)
    expect(text).not.toContain('secret')
  })

  test('a VITE_ variable without a credential is accepted', () => {
    expect(readConfig({ VITE_THEME: 'dark', VITE_API_TOKEN: '' })).toMatchObject({ mode: 'sandbox' })
  })

  test('the sandbox’s own token has to look like one', () => {
    expect(refusal(() => readSandboxConfig({ SANDBOX_TOKEN: 'short' }))).toMatch(/^SANDBOX_TOKEN .*40/)
  })
})

describe('for a team', () => {
  const SESSION_SECRET = SECRET
  const aud = 'a'.repeat(64)

  test('sign-in needs no token of the server, and may listen anywhere behind TLS', () => {
    const env = { AUTH: 'sign-in', SESSION_SECRET, HOST: '0.0.0.0', PUBLIC_URL: 'https://tokens.example.com' }
    expect(readConfig(env)).toMatchObject({
      mode: 'sign-in',
      host: '0.0.0.0',
      upstream: 'https://api.cloudflare.com/client/v4',
      sessionSecrets: [SECRET],
      accountIds: [],
    })
  })

  test('sign-in may be limited to accounts, and know several secrets', () => {
    const secrets = `${SECRET},${OTHER_SECRET}`
    const env = { AUTH: 'sign-in', SESSION_SECRET: secrets, CLOUDFLARE_ACCOUNT_ID: ACCOUNT }
    expect(readConfig(env)).toMatchObject({ sessionSecrets: [SECRET, OTHER_SECRET], accountIds: [ACCOUNT] })
  })

  test('behind Access a shared token may listen anywhere', () => {
    const access = { ACCESS_TEAM_DOMAIN: 'acme.cloudflareaccess.com', ACCESS_AUD: aud }
    expect(live({ HOST: '0.0.0.0', ...access })).toMatchObject({
      mode: 'live',
      access: { teamDomain: 'https://acme.cloudflareaccess.com', audience: aud },
    })
  })

  test('read-only, and the address people open', () => {
    expect(readConfig({ READ_ONLY: '1', PUBLIC_URL: 'https://tokens.example.com/' })).toMatchObject({
      readOnly: true,
      publicOrigin: 'https://tokens.example.com',
    })
    expect(live({ READ_ONLY: '0' })).not.toHaveProperty('readOnly')
  })

  test('proxies that may name clients', () => {
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, FD00::1' })).toMatchObject({
      trustedProxies: ['10.0.0.0/8', 'fd00::1'],
    })
    expect(readConfig({})).not.toHaveProperty('trustedProxies')
  })

  test.each<[Environment, object | undefined]>([
    [{}, undefined],
    [{ PUBLIC_URL: 'http://localhost:8080' }, undefined],
    // With HSTS, a browser would insist on TLS for every server on this machine.
    [{ PUBLIC_URL: 'https://localhost:8443' }, undefined],
    [{ PUBLIC_URL: 'https://a.example' }, { maxAgeSeconds: 31_536_000, includeSubDomains: false }],
    [{ PUBLIC_URL: 'https://a.example', HSTS_MAX_AGE: '0' }, undefined],
    [
      { PUBLIC_URL: 'https://a.example', HSTS_MAX_AGE: '60', HSTS_INCLUDE_SUBDOMAINS: '1' },
      { maxAgeSeconds: 60, includeSubDomains: true },
    ],
  ])('HSTS with %j', (env, hsts) => {
    expect(readConfig(env).hsts).toEqual(hsts)
  })

  test.each<[string, Environment, RegExp]>([
    ['sign-in without a secret', { AUTH: 'sign-in' }, /SESSION_SECRET.*32.*openssl/],
    ['a short secret', { AUTH: 'sign-in', SESSION_SECRET: 'short' }, /SESSION_SECRET/],
    ['a secret without sign-in', { SESSION_SECRET }, /AUTH=sign-in/],
    ['another kind of auth', { AUTH: 'basic' }, /^AUTH must be sign-in/],
    ['sign-in and a shared token', { AUTH: 'sign-in', SESSION_SECRET, CLOUDFLARE_API_TOKEN: TOKEN }, /both set/],
    ['half of Access', { ACCESS_AUD: aud }, /belong together/],
    ['a team of another domain', { ACCESS_TEAM_DOMAIN: 'evil.example', ACCESS_AUD: aud }, /^ACCESS_TEAM_DOMAIN/],
    ['an audience that is none', { ACCESS_TEAM_DOMAIN: 'a.cloudflareaccess.com', ACCESS_AUD: 'x' }, /^ACCESS_AUD/],
    ['read-only perhaps', { READ_ONLY: 'yes' }, /^READ_ONLY must be 1 or 0/],
    ['a public address without TLS', { PUBLIC_URL: 'http://tokens.example.com' }, /^PUBLIC_URL/],
    ['a public address with a path', { PUBLIC_URL: 'https://example.com/tokens' }, /^PUBLIC_URL/],
  ])('%s is refused', (_, env, message) => {
    const said = refusal(() => readConfig(env))
    expect(said).toMatch(message)
    expect(said).not.toContain('\n')
  })
})
