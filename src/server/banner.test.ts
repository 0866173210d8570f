import { expect, test } from 'vitest'
import { banner } from './banner.ts'
import { readConfig } from '#server/settings/config.ts'

const TOKEN = `cfat_${'aB3d'.repeat(12)}`
const SEAL = 'Fq3vW9x0LmZr7TkYb2NcHs5UeJd8Gp1A'

const printed = (env: Record<string, string>) => banner(readConfig(env), 'http://127.0.0.1:5173').join('\n')

test('the sandbox says that its data is simulated and reset, which accounts there are, and how to connect one', () => {
  const text = printed({})
  expect(text).toContain('Token Desk  http://127.0.0.1:5173')
  expect(text).toMatch(/Mode +Sandbox: simulated data, reset on restart/)
  expect(text).toMatch(/Accounts +Northwind Traders, Northwind Staging, Contoso Labs/)
  expect(text).toMatch(/Connect +set CLOUDFLARE_API_TOKEN=/)
})

test.each([
  ['the sandbox', {}],
  ['a live server', { CLOUDFLARE_API_TOKEN: TOKEN }],
  ['a server with sign-in', { AUTH: 'sign-in', SESSION_SECRET: SEAL }],
])('%s says how to stop it, and shows no secret', (_, env) => {
  const text = printed(env)
  expect(text).toMatch(/Stop +Ctrl\+C/)
  for (const value of [TOKEN, SEAL]) expect(text).not.toContain(value)
})

test('a live server names the API and the accounts it is limited to', () => {
  const account = '0a'.repeat(16)
  const text = printed({ CLOUDFLARE_API_TOKEN: TOKEN, CLOUDFLARE_ACCOUNT_ID: account, READ_ONLY: '1' })
  expect(text).toMatch(/API +https:\/\/api\.cloudflare\.com\/client\/v4/)
  expect(text).toMatch(new RegExp(`Accounts +${account}`))
  expect(text).toMatch(/Writes +refused \(READ_ONLY\)/)
})
