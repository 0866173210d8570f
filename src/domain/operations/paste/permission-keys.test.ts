import { expect, test } from 'vitest'
import { permissionKeys } from './error-texts.ts'

const keysIn = (text: string) => permissionKeys(text).map(({ key }) => key.replace('com.cloudflare.api.account.', ''))

test.each([
  ["requires permission 'com.cloudflare.api.account.zone.list' to list zones", 'zone.list'],
  ['permission com.cloudflare.api.account.zone.edit.', 'zone.edit'],
  ["permission 'com.cloudflare.api.account.zone.edit': denied", 'zone.edit'],
  ['permission com.cloudflare.api.account.load_balancer.list, and others', 'load_balancer.list'],
  ['permission com.cloudflare.api.account.zone.purge_cache: denied', 'zone.purge_cache'],
  [String.raw`"message":"needs permission \"com.cloudflare.api.account.token.read\""`, 'token.read'],
])('%s names a permission', (text, key) => {
  expect(keysIn(text)).toEqual([key])
})

test.each([
  'com.cloudflare.api.account.zone.your_zone_id',
  'com.cloudflare.api.account.zone.your-zone-id',
  'com.cloudflare.api.account.zone.zone_id',
  'com.cloudflare.api.account.zone.zone_tag',
  'com.cloudflare.api.account.zone.zoneid',
  'com.cloudflare.api.account.zone.id',
  'com.cloudflare.api.account.zone.xxx',
  'com.cloudflare.api.account.zone.my_zone',
  'com.cloudflare.api.account.zone.example',
  'com.cloudflare.api.account.zone.example.com',
  'com.cloudflare.api.account.zone.abcdefabcdefabcdefabcdefabcdefab',
  'com.cloudflare.api.account.your_account_id.list',
  'com.cloudflare.api.account.zone.some_name_here',
  '"com.cloudflare.api.account.zone.main": "*"',
  String.raw`{\"com.cloudflare.api.account.zone.main\":\"*\"}`,
  "'com.cloudflare.api.account.zone.main' = '*'",
])('%s is no permission', (text) => {
  expect(keysIn(`permission ${text}`)).toEqual([])
})
