import { expect, test } from 'vitest'
import { ACCOUNT, testToken } from '#domain/inventory/testing.ts'
import { exportCurl, leftOutOfCurl } from './curl.ts'
import { exportCsv, exportJson } from './formats.ts'
import { exportTerraform, leftOutOfTerraform } from './terraform.ts'
import { leftOutTooDeep } from './too-deep.ts'

const context = { accountId: ACCOUNT, now: Date.parse('2026-11-26T00:00:00Z') }

/** A token whose policies are nested this deeply. */
function nested(levels: number) {
  let deep: unknown = '*'
  for (let level = 0; level < levels; level += 1) deep = { a: deep }
  const policy = { effect: 'allow', permission_groups: [], resources: { 'com.cloudflare.api.account.1': deep } }
  return testToken('d'.repeat(32), { name: 'nested', policies: [policy] as never })
}
const sound = testToken('e'.repeat(32), { name: 'sound' })

test.each([
  ['JSON', exportJson, leftOutTooDeep],
  ['CSV', exportCsv, leftOutTooDeep],
  ['Terraform', exportTerraform, leftOutOfTerraform],
  ['curl', exportCurl, leftOutOfCurl],
] as const)('a token too deep to be written takes no other out of %s, and is told', (_, write, leaveOut) => {
  const tokens = [nested(100_000), sound]
  expect(write(tokens, context)).toContain('sound')
  expect(leaveOut(tokens, context).map(({ token }) => token.name)).toEqual(['nested'])
})

test('a script says of it only that it is too deep', () => {
  expect(exportCurl([nested(8000)], context)).toContain(
    `# Left out: "nested" (${'d'.repeat(32)}). It is nested too deeply.\n`,
  )
})

test('deeper than any real token is not too deep', () => {
  for (const [write, leaveOut] of [
    [exportJson, leftOutTooDeep],
    [exportTerraform, leftOutOfTerraform],
  ] as const) {
    expect(write([nested(80)], context)).toContain('nested')
    expect(leaveOut([nested(80)], context)).toEqual([])
  }
})
