import { expect, test } from 'vitest'
import { ZONE_SCOPE } from '#domain/resources/scope.ts'
import { readExport } from '#domain/token-json/read-export.ts'
import { setAsCurl, setAsJson, setAsTerraform } from './set-exports.ts'
import { group } from './testing.ts'

const accountId = '023e105f4ecef8ad9ca31a8372d0c353'
const policies = [
  {
    effect: 'allow',
    permission_groups: [{ id: '4755a26eedb94da69e1066d98aa820be' }],
    resources: { [`com.cloudflare.api.account.zone.${'1'.repeat(32)}`]: '*' },
  },
]
const draft = { accountId, name: "purge it's cache", policies }
const groups = [group('DNS Write', ZONE_SCOPE, { id: '4755a26eedb94da69e1066d98aa820be' })]

test.each([
  ['JSON', setAsJson(draft)],
  ['curl', setAsCurl(draft)],
  ['Terraform', setAsTerraform(draft, groups)],
])('as %s, the app reads the same token from it again', (_, text) => {
  const read = readExport(text)
  expect(read).toMatchObject({ tokens: [{ name: draft.name }] })
  const [token] = 'tokens' in read ? read.tokens : []
  const groupIds = (list: unknown) => JSON.stringify(list).match(/[0-9a-f]{32}/g)
  expect(groupIds(token)).toEqual(expect.arrayContaining(['4755a26eedb94da69e1066d98aa820be', '1'.repeat(32)]))
})

test('Terraform creates it: nothing is imported, and the group is named', () => {
  const text = setAsTerraform(draft, groups)
  expect(text).not.toContain('import {')
  expect(text).toContain('# DNS Write')
})
