import { expect, test } from 'vitest'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { compareLevels } from './compare.ts'
import { groupsOf, reachReader } from './reach.ts'
import { account, allZones, bucket, catalogue, FOREIGN, OWN, policy, zone } from './testing.ts'
import { verdict } from './verdict.ts'

const read = reachReader({ accountId: OWN, catalogue })
const compare = (a: WirePolicy[], b: WirePolicy[]) =>
  verdict(compareLevels(groupsOf(read(a)), groupsOf(read(b))), { a: 'A', b: 'B', accountId: OWN })

const write = policy(['DNS Write'], zone('1', '2'))
const everywhere = policy(['DNS Write'], allZones)
const exceptOne = [everywhere, policy(['DNS Write'], zone('1'), 'deny')]
const foreign = { [`com.cloudflare.api.account.${FOREIGN}`]: { 'com.cloudflare.api.account.zone.*': '*' } }

test.each([
  [
    'the same',
    [write],
    [policy(['DNS Write'], zone('1')), policy(['DNS Write'], zone('2'))],
    'A and B can do the same',
  ],
  ['nothing', [], [policy(['DNS Write'], zone('1'), 'deny')], 'Neither A nor B can do anything'],
  ['nothing in one', [], [write], 'A can do nothing, and B DNS Write on 2 zones'],
  ['more', [policy(['DNS Write'], zone('1'))], [write], 'B can do all that A can, and DNS Write on 1 zone'],
  ['all for some', [everywhere], [write], 'A can do all that B can, and DNS Write on all zones except 2 zones'],
  ['one more deny', exceptOne, [everywhere], 'B can do all that A can, and DNS Write on 1 zone'],
  [
    'other exceptions',
    exceptOne,
    [everywhere, policy(['DNS Write'], zone('2'), 'deny')],
    'only A has DNS Write on 1 zone; only B has DNS Write on 1 zone',
  ],
  [
    'other things',
    [policy(['DNS Write', 'DNS Read', 'Cache Purge'], zone('1'))],
    [policy(['Bucket Item Read'], bucket)],
    'They share nothing: only A has DNS Write on 1 zone and DNS Read on 1 zone, and 1 permission more; only B has Bucket Item Read on 1 R2 bucket',
  ],
  ['Read for Write', [policy(['DNS Read'], zone('1'))], [write], 'B can do all that A can, and DNS Write on 2 zones'],
  [
    'Write for some of what may be read',
    [policy(['DNS Read'], allZones)],
    [policy(['DNS Write'], zone('1'))],
    'only A has DNS Read on all zones except 1 zone; only B has DNS Write on 1 zone',
  ],
  [
    'a Read that is denied beside the Write',
    [policy(['DNS Read'], zone('1'))],
    [write, policy(['DNS Read'], zone('2'), 'deny')],
    'They share nothing: only A has DNS Read on 1 zone; only B has DNS Write on 2 zones',
  ],
  [
    'another account',
    [everywhere],
    [policy(['DNS Write'], foreign)],
    'They share nothing: only A has DNS Write on all zones; only B has DNS Write on all zones of another account',
  ],
  [
    'what is not sure',
    [write],
    [write, policy(['DNS Write'], account)],
    'B can do all that A can, and perhaps DNS Write on this account',
  ],
  [
    'an unknown effect beside the same surely',
    [policy(['DNS Write'], zone('1'), 'audit'), policy(['DNS Write'], zone('2'))],
    [write],
    'B can do all that A can, and DNS Write on 1 zone',
  ],
] as const)('%s', (_, a, b, expected) => {
  expect(compare([...a], [...b])).toBe(expected)
})
