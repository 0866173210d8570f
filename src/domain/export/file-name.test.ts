import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { exportFileName } from './file-name.ts'

test.each([
  ['Deploy bot', 'cloudflare-token-deploy-bot.tf'],
  ['../../etc/passwd', 'cloudflare-token-etc-passwd.tf'],
  ['Bücher: лог\u202E.exe', 'cloudflare-token-bücher-лог-exe.tf'],
  ['🔥', 'cloudflare-token-abc.tf'],
  ['', 'cloudflare-token-abc.tf'],
  ['x'.repeat(200), `cloudflare-token-${'x'.repeat(60)}.tf`],
])('the export of the token %j is the file %s', (name, file) => {
  expect(exportFileName([testToken('abc', { name })], '2026-11-26', 'tf')).toBe(file)
})

test('the export of several is named after its day', () => {
  expect(exportFileName([testToken('1'), testToken('2')], '2026-11-26', 'json')).toBe(
    'cloudflare-tokens-2026-11-26.json',
  )
})
