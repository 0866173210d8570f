import { expect, test } from 'vitest'
import { readBucket, withoutKey, withoutWildcard } from './typed-word.ts'

const ZONE = 'com.cloudflare.api.account.zone'
const ID = 'a'.repeat(32)
const ACCOUNT = 'b'.repeat(32)

test.each([
  [`${ZONE}.${ID}`, ID],
  [`"${ZONE}.${ID}"`, ID],
  [ID, ID],
  ['"northwind.example"', 'northwind.example'],
  ["'northwind.example'", 'northwind.example'],
  ['“northwind.example”', 'northwind.example'],
  ['"northwind.example', '"northwind.example'],
  ['com.cloudflare.api.account.zones.example', 'com.cloudflare.api.account.zones.example'],
])('%s is read as %s', (typed, word) => {
  expect(withoutKey(typed, ZONE)).toBe(word)
})

test.each([
  ['*.northwind.example', 'northwind.example'],
  ['"*.Northwind.example"', 'Northwind.example'],
  ['northwind.example', null],
  ['*', null],
])('%s has the domain %s below a wildcard', (typed, domain) => {
  expect(withoutWildcard(typed)).toBe(domain)
})

test.each([
  ['logs', 'default/logs'],
  ['eu:logs', 'eu/logs'],
  ['"logs"', 'default/logs'],
  ['s3://logs', 'default/logs'],
  ['s3://logs/', 'default/logs'],
  ['s3://logs/2026/file.txt', null],
  [`com.cloudflare.edge.r2.bucket.${ACCOUNT}_eu_logs`, 'eu/logs'],
  [`com.cloudflare.edge.r2.bucket.${ACCOUNT}_default_logs`, 'default/logs'],
  [`com.cloudflare.edge.r2.bucket.${ID}_default_logs`, null],
  ['com.cloudflare.edge.r2.bucket.*', null],
  ['Logs', null],
])('%s is the bucket %s', (typed, bucket) => {
  expect(readBucket(typed, ACCOUNT)).toBe(bucket)
})
