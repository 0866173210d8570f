import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { namedByTokens } from './named-by-tokens.ts'
import { allZones, catalogue, OWN, policy, zone } from './testing.ts'
import { tokenReachReader } from './token-reach.ts'

test('each permission group and place is named once, however many tokens name it', () => {
  const policies = [
    [policy(['DNS Read', 'DNS Write'], zone('1', '2'))],
    [policy(['DNS Write'], zone('1'), 'deny'), policy(['DNS Write'], allZones)],
  ]
  const tokens = Array.from({ length: 120 }, (_, index) =>
    testToken(`${index}`, { policies: policies[index % 2] ?? [] }),
  )
  const slices = tokenReachReader({ accountId: OWN, catalogue })(tokens)
  let step = slices.next()
  while (!step.done) step = slices.next()
  const steps = namedByTokens(step.value)
  expect([steps.next().done, steps.next().done]).toEqual([false, false])
  const last = steps.next()
  if (!last.done) throw new Error('three slices')
  expect(last.value.groups.map(({ name }) => name)).toEqual(['DNS Read', 'DNS Write'])
  expect(last.value.places.map(({ kind }) => kind)).toEqual(['one', 'one', 'all'])
})
