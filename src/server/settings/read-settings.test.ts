import { describe, expect, test } from 'vitest'
import { OTHER_SECRET, refusal, SECRET } from '#server/testing/settings.ts'
import { readConfig, readSandboxConfig } from './config.ts'
import type { Environment } from './config-error.ts'
import { type SettingName, settingNames } from './schema.ts'

const TOKEN = 'cfat_0123456789abcdefghijABCDEFGHIJ0123456789abcdef'

const MODES: [string, (env: Environment) => unknown][] = [
  ['live', (env) => readConfig({ CLOUDFLARE_API_TOKEN: TOKEN, ...env })],
  ['sign-in', (env) => readConfig({ AUTH: 'sign-in', SESSION_SECRET: SECRET, ...env })],
  ['sandbox', readConfig],
  ['the sandbox alone', readSandboxConfig],
]

/** An invalid value for each setting. Errors must not repeat it. */
const WRONG: Record<SettingName, string> = {
  CLOUDFLARE_API_TOKEN: 'garbage',
  CLOUDFLARE_ACCOUNT_ID: 'garbage',
  CLOUDFLARE_API_BASE_URL: 'garbage',
  READ_ONLY: 'garbage',
  AUTH: 'garbage',
  SESSION_SECRET: 'garbage',
  ACCESS_TEAM_DOMAIN: 'garbage',
  ACCESS_AUD: 'garbage',
  PUBLIC_URL: 'garbage',
  HOST: 'http://garbage',
  PORT: 'garbage',
  TRUSTED_PROXIES: 'garbage',
  HSTS_MAX_AGE: 'garbage',
  HSTS_INCLUDE_SUBDOMAINS: 'garbage',
  SANDBOX_LATENCY_MS: 'garbage',
  SANDBOX_TOKEN: 'garbage',
}

describe.each(MODES)('in %s', (_, read) => {
  test.each(settingNames)('a wrong %s stops the start in one line that does not echo it', (name) => {
    const said = refusal(() => read({ [name]: WRONG[name] }))
    expect(said).toMatch(new RegExp(`^${name} [^\n]*$`))
    expect(said).not.toMatch(/garbage|\$NAME|\$DEFAULT/)
  })

  test.each(settingNames)('an empty %s is as unset', (name) => {
    // AUTH and the secret depend on their mode.
    if (name === 'AUTH' || name === 'SESSION_SECRET') return
    expect(refusal(() => read({ [name]: '' }))).toBe('accepted')
  })
})

test('a fault names the default of the command', () => {
  expect(refusal(() => readConfig({ PORT: 'x' }))).toMatch(/Unset it to use 5173\.$/)
  expect(refusal(() => readSandboxConfig({ PORT: 'x' }))).toMatch(/Unset it to use 8787\.$/)
})

test('a token in the place of another setting is never printed', () => {
  for (const name of settingNames) {
    const said = refusal(() => readConfig({ CLOUDFLARE_API_TOKEN: TOKEN, [name]: `${TOKEN}!` }))
    expect(said, name).not.toContain(TOKEN)
  }
  // It could be a host name.
  const host = refusal(() => readConfig({ CLOUDFLARE_API_TOKEN: TOKEN, HOST: OTHER_SECRET }))
  expect(host).toMatch(/^HOST is not this machine only/)
})
