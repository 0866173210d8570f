import { expect, test } from 'vitest'
import { parseResources } from '#domain/policy/resource-keys.ts'
import { resourceLabel, resourceName, resourceValue } from './resource-terms.ts'

const account = '023e105f4ecef8ad9ca31a8372d0c353'
const foreign = 'b'.repeat(32)
const id = 'a'.repeat(32)
const key = (owner: string) => `com.cloudflare.api.account.${owner}`
const names = new Map([[id, 'checkout']])

test.each([
  [{ [key(account)]: '*' }, 'account', 'This account'],
  [{ [key(account)]: { 'com.cloudflare.api.account.zone.*': '*' } }, 'all-zones', 'All zones'],
  [{ [`com.cloudflare.api.account.zone.${id}`]: '*' }, `zone:${id}`, 'checkout'],
  [{ [key(account)]: { [`com.cloudflare.api.account.zone.${id}`]: '*' } }, `zone:${id}`, 'checkout'],
  [{ [`com.cloudflare.edge.r2.bucket.${account}_default_logs`]: '*' }, 'bucket:default/logs', 'Bucket logs'],
  [{ [key(account)]: { [`com.cloudflare.edge.worker.script.${id}`]: '*' } }, `worker:${id}`, 'Worker checkout'],
  [{ [key(account)]: { 'com.cloudflare.flagship.app.7': '*' } }, 'com.cloudflare.flagship.app:7', 'Flagship app 7'],
  [{ [key(foreign)]: '*' }, `account:${foreign}`, `Account ${foreign}`],
  [
    { [key(foreign)]: { 'com.cloudflare.api.account.zone.*': '*' } },
    `account:${foreign}/all-zones`,
    `All zones of account ${foreign}`,
  ],
  [
    { [key(foreign)]: { [`com.cloudflare.edge.worker.script.${'c'.repeat(32)}`]: '*' } },
    `account:${foreign}/worker:${'c'.repeat(32)}`,
    `Worker ${'c'.repeat(32)} of account ${foreign}`,
  ],
  [
    { [`com.cloudflare.edge.r2.bucket.${foreign}_eu_logs`]: '*' },
    `account:${foreign}/bucket:eu/logs`,
    `Bucket eu/logs of account ${foreign}`,
  ],
  [{ 'com.cloudflare.a:b': '*' }, 'key:com.cloudflare.a:b', 'com.cloudflare.a:b'],
])('the resource %j is found by a value of its own, and told by what it is', (resources, value, label) => {
  expect(parseResources(resources).map((target) => resourceValue(target, account))).toEqual([value])
  expect(resourceLabel(value, names)).toBe(label)
})

test('a value is searched by the name of its id, whatever kind it is of', () => {
  expect(resourceName(`worker:${id}`, names)).toBe('checkout')
  expect(resourceName(`account:${foreign}/zone:${id}`, names)).toBe('checkout')
  expect(resourceName('account', names)).toBeUndefined()
})
