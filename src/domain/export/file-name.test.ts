import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { exportFileName } from './file-name.ts'

test.each([
  ['Deploy bot', 'deploy-bot.tf'],
  ['cert-manager-eu', 'cert-manager-eu.tf'],
  ['CON', 'token-con.tf'],
  ['../../etc/passwd', 'etc-passwd.tf'],
  ['Bücher: лог\u202E.exe', 'bücher-лог-exe.tf'],
  ['🔥', 'abc.tf'],
  ['', 'abc.tf'],
  ['x'.repeat(200), `${'x'.repeat(60)}.tf`],
])('the export of the token %j is the file %s', (name, file) => {
  expect(exportFileName([testToken('abc', { name })], '2026-11-26', 'tf')).toBe(file)
})

test('the export of several is named after its day', () => {
  expect(exportFileName([testToken('1'), testToken('2')], '2026-11-26', 'json')).toBe(
    'cloudflare-tokens-2026-11-26.json',
  )
})
