import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { reachReader } from '#domain/reach/reach.ts'
import { OWN, policy, zone } from '#domain/reach/testing.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { canCallWords } from './can-call-words.ts'
import { canCall } from './can-call.ts'
import { needing, onZone, ZONE_1 } from './testing.ts'
import { tokensThatCan } from './tokens-that-can.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')

test('a group that is named for other rules than those of the phase may do', () => {
  const named = ['Zone WAF Write', 'Cache Settings Write']
  const options = named.map((name) => onZone(name))
  const readRules = reachReader({ accountId: OWN, catalogue: options.map((option) => option.group) })
  const holding = (...names: string[]): TokenReach => {
    const policies = names.map((name) => policy([name], zone('1')))
    return { token: testToken('x', { policies }), ...readRules(policies), isCut: false }
  }
  const need = needing(options, '/zones/{zone_id}/rulesets', { phase: 'http_ratelimit' })
  const context = { accountId: OWN, moment: { now: NOW } }
  const said = (...held: string[]) =>
    canCallWords(canCall(holding(...held), need, context), new Map([[ZONE_1, 'example.com']]))
  const told = 'Unknown. Policy 1 allows Cache Settings Write on example.com, which is named for other rules.'
  expect(said('Cache Settings Write')).toBe(told)
  expect(said('Cache Settings Write', 'Zone WAF Write')).toBe('Yes. Policy 2 allows Zone WAF Write on example.com.')
  const both = [need, { ...need, phase: 'http_request_cache_settings' }]
  const able = holding(...named)
  const other = holding('Zone WAF Write')
  expect(tokensThatCan([able, other], both, context)).toEqual({ can: [able], unsure: [other] })
})
