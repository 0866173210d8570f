import { expect, test } from 'vitest'
import { account, allZones, FOREIGN, zone } from '#domain/reach/testing.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Context } from './context.ts'
import type { RuleId } from './finding.ts'
import { found, group, policy, token } from './testing.ts'

const foreign = { [`com.cloudflare.api.account.${FOREIGN}`]: '*' }
const many = Array.from({ length: 40 }, (_, index) => group(`Thing ${index} Write`, 'com.cloudflare.api.account'))
const jobs = ['Billing Write', 'Workers Scripts Write', 'Stream Write', 'Workers R2 Storage Write']

test.each<[RuleId, WirePolicy, Partial<Context>]>([
  [
    'D3',
    policy(
      many.map(({ name }) => name),
      account,
    ),
    { catalogue: many },
  ],
  ['W6', policy(jobs, account), {}],
  ['N6', policy(['Gone Write'], zone('1')), {}],
  ['N9', policy(['Zone Read'], foreign), {}],
  ['N11', policy(['Page Rules Write'], allZones), {}],
  ['O5', policy(['Billing Write'], account), { ownTokenId: 'token' }],
])('%s names the policy that it is about', (rule, wrong, fields) => {
  const policies = [policy(['Zone Read'], zone('1')), { ...wrong, id: 'wrong' }]
  const [finding] = found(rule, token({ policies }), fields)
  expect(new Set(finding?.evidence.map(({ policyIndex }) => policyIndex))).toEqual(new Set([1]))
  expect(finding?.evidence[0]?.policyId).toBe('wrong')
  const texts = finding?.evidence.map((one) => JSON.stringify(one))
  expect(new Set(texts).size).toBe(texts?.length)
})
