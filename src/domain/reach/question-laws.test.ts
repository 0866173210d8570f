import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import type { LevelKind } from '#domain/permission-groups/group-name.ts'
import { cellsSaid, oracle } from './oracle.ts'
import { answer } from './question.ts'
import { reachReader } from './reach.ts'
import { anyPolicies, catalogue, OWN, placeAt, zone } from './testing.ts'

const reader = reachReader({ accountId: OWN, catalogue })

const PRODUCT: Record<string, [product: string, kind: LevelKind]> = {
  'DNS Read': ['DNS', 'read'],
  'DNS Write': ['DNS', 'change'],
  'Cache Purge': ['Cache', 'revoke'],
  'Odd Thing': ['Odd Thing', 'unknown'],
  'Workers Scripts Write': ['Workers Scripts', 'change'],
  'Bucket Item Read': ['Bucket Item', 'read'],
  'Individual Workers Editor': ['Individual Workers', 'change'],
  'Flagship Write': ['Flagship', 'change'],
}

const anyQuestion = fc.record(
  {
    products: fc.subarray([...new Set(Object.values(PRODUCT).map(([product]) => product))]),
    groupIds: fc.subarray(catalogue.map(({ id }) => id)),
    kinds: fc.subarray<LevelKind>(['read', 'run', 'revoke', 'change'], { minLength: 1 }),
  },
  { requiredKeys: [] },
)

test('an answer is what an oracle finds for all groups that a question is about', () => {
  const place = placeAt(zone('1'))
  fc.assert(
    fc.property(anyPolicies, anyQuestion, (policies, question) => {
      const { products, groupIds, kinds } = question
      const asked = Object.entries(PRODUCT).filter(
        ([name, [product]]) =>
          (!products && !groupIds) || products?.includes(product) || groupIds?.includes(`id of ${name}`),
      )
      const cells = (isWanted: (kind: LevelKind) => boolean) =>
        asked.flatMap(([name, [, kind]]) => (isWanted(kind) ? [`${name}: ${OWN} zone 1`] : []))
      const ofKind = cells((kind) => kinds?.includes(kind) ?? true)
      // Where reading is denied, what changes may not read.
      const isOpen = kinds?.includes('read') && cellsSaid(policies, 'deny').has(`DNS Read: ${OWN} zone 1`)
      const sure = isOpen ? ofKind.filter((cell) => !cell.startsWith('DNS Write')) : ofKind
      const possible = [...ofKind, ...cells((kind) => kind === 'unknown')]
      const { reached, unsure } = oracle(policies)
      const token = testToken('x', { policies })
      const answers = answer({ ...question, place }, [{ token, ...reader(policies), isCut: false }], null)
      const isSure = answers.named.length + answers.wildcard.length > 0
      expect(isSure).toBe(sure.some((cell) => reached.has(cell)))
      if (!isSure && [...sure, ...possible].some((cell) => unsure.has(cell) || reached.has(cell)))
        expect(answers.unsure).toHaveLength(1)
    }),
    { numRuns: 3000 },
  )
})
