import { expect, test } from 'vitest'
import { ZONE_SCOPE } from '#domain/resources/scope.ts'
import { findingsOfOne } from './findings-of.ts'
import { context, group, policy, token } from './testing.ts'

const PAIRS = 100
const catalogue = Array.from({ length: PAIRS }, (_, at) => at).flatMap((at) => [
  group(`Product ${at} Read`, ZONE_SCOPE),
  group(`Product ${at} Write`, ZONE_SCOPE),
])

const zones = (of: number) =>
  Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [`${ZONE_SCOPE}.${String(of * 200 + at).padStart(32, '0')}`, '*']),
  )

// With a step for each grant and each place of the token it takes minutes.
test('a token of 20 policies with 200 permission groups on 200 zones each is judged', () => {
  const policies = Array.from({ length: 20 }, (_, at) =>
    policy(
      catalogue.map(({ name }) => name),
      zones(at),
    ),
  )
  const findings = findingsOfOne(token({ policies }), { ...context, catalogue })
  const evidence = new Map(findings.map((finding) => [finding.rule, finding.evidence.length]))
  expect([evidence.get('N4'), evidence.get('N5')]).toEqual([PAIRS * 20 * 200, undefined])
})
