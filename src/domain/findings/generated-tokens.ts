import fc from 'fast-check'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { account, allWorkers, allZones, bucket, FOREIGN, worker, zone } from '#domain/reach/testing.ts'
import type { Token } from '#domain/token/token.ts'
import { catalogue, inDays, policy, token } from './testing.ts'

export const SECRET = 'cfat_8M7wS6hCpXVcDoRnPPYaCWPgy8aea4Wy6kCe5T11'

const resources: fc.Arbitrary<WirePolicy['resources']> = fc
  .subarray(
    [
      account,
      allZones,
      allWorkers,
      zone('1'),
      zone('2', '3'),
      worker('7'),
      bucket,
      { [`com.cloudflare.api.account.${FOREIGN}`]: '*' },
      { 'com.example.odd': '*' },
    ],
    { minLength: 1, maxLength: 2 },
  )
  .map((parts) => Object.assign({}, ...parts) as WirePolicy['resources'])

const groupIds = [...catalogue.map(({ id }) => id), 'id of Gone Write']

const anyPolicy = fc
  .record({
    ids: fc.subarray(groupIds, { minLength: 1, maxLength: 5 }),
    resources,
    effect: fc.constantFrom('allow', 'allow', 'allow', 'deny', 'audit'),
  })
  .map(({ ids, resources, effect }) => policy(ids, resources, effect))

const times = (min: number, max: number) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min, max }).map(inDays) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('odd') },
  )

const ranges = fc.subarray(['8.8.8.8/32', '0.0.0.0/0', '10.0.0.0/8', '2606:4700::/32', 'odd'], { maxLength: 2 })

const fields = fc.record({
  name: fc.oneof(
    { weight: 20, arbitrary: fc.string({ maxLength: 20 }) },
    fc.constantFrom('ci deploy', 'Break glass', `old ${SECRET}`),
  ),
  status: fc.constantFrom('active', 'active', 'active', 'disabled', 'expired', 'revoked (exposed)', 'odd'),
  issued_on: times(-900, 0),
  modified_on: times(-900, 0),
  last_used_on: times(-200, 0),
  not_before: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, times(-90, 300)),
  expires_on: times(-60, 600),
  condition: fc.option(fc.record({ request_ip: fc.record({ in: ranges, not_in: ranges }) }), { nil: {} }),
  policies: fc.array(fc.oneof({ weight: 30, arbitrary: anyPolicy }, fc.constant('odd')), { maxLength: 4 }),
})

/** Tokens of every kind, always the same. */
export const randomTokens = (amount: number): Token[] =>
  fc
    .sample(fields, { numRuns: amount, seed: 23 })
    .map((wire, index) => token({ ...wire, id: `t${String(index).padStart(5, '0')}` }))
