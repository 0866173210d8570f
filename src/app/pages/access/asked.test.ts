import { expect, test } from 'vitest'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import type { AccessSearch } from './access-search.ts'
import { askedOf, askedWords } from './asked.ts'

const group = (id: string, name: string): PermissionGroup => ({
  id,
  name,
  scopes: [],
  category: null,
  description: null,
  isSelectable: true,
  deprecation: null,
})
const catalogue = [
  group('dns-write', 'DNS Write'),
  group('dns-read', 'DNS Read'),
  group('zone-read', 'Zone Read'),
  group('purge', 'Cache Purge'),
  group('odd', 'Odd Thing'),
]
const named: NamedByTokens = {
  groups: [{ id: 'old', name: 'Railgun Write', product: 'Railgun', level: 'Write', kind: 'change', scopes: [] }],
  places: [],
}
const KNOWN = { accountId: 'a'.repeat(32), names: new Map<string, string>(), catalogue, named }

const isUnknown = (search: AccessSearch, context: Partial<typeof KNOWN> = {}) =>
  askedOf(search, { ...KNOWN, ...context }).isWhatUnknown

test.each<AccessSearch>([
  { product: 'Nope' },
  { product: '__proto__' },
  { group: 'nope' },
  { group: 'dns-write,nope' },
  { topic: 'nope' },
])('%o is unknown', (search) => {
  expect(isUnknown(search)).toBe(true)
})

test.each<AccessSearch>([
  {},
  { product: 'DNS' },
  { group: 'dns-write' },
  { topic: 'any' },
  { topic: 'workers' },
  // Only tokens hold it.
  { product: 'Railgun' },
  { group: 'dns-write,old' },
])('%o is known', (search) => {
  expect(isUnknown(search)).toBe(false)
})

test('no product or group is unknown without the catalogue or before all tokens are read', () => {
  for (const search of [{ product: 'Nope' }, { group: 'nope' }]) {
    expect(askedOf(search, { ...KNOWN, catalogue: undefined }).isWhatUnknown).toBe(false)
    expect(askedOf(search, { ...KNOWN, named: undefined }).isWhatUnknown).toBe(false)
  }
})

test('a level of no name is unknown', () => {
  expect(askedOf({ can: 'fly' }, KNOWN).isCanUnknown).toBe(true)
  expect(askedOf({ can: 'run' }, KNOWN).isCanUnknown).toBe(false)
  expect(askedOf({}, KNOWN).isCanUnknown).toBe(false)
})

test.each<[AccessSearch, string]>([
  [{}, 'change'],
  [{ product: 'DNS' }, 'change'],
  [{ topic: 'logs' }, 'change'],
  [{ topic: 'any', group: 'dns-read' }, 'change'],
  [{ group: 'dns-write' }, 'change'],
  [{ group: 'dns-write,old' }, 'change'],
  [{ group: 'dns-read' }, 'read'],
  [{ group: 'dns-read,zone-read' }, 'read'],
  [{ group: 'purge' }, 'run'],
  [{ group: 'dns-read,dns-write' }, 'any'],
  [{ group: 'odd' }, 'any'],
  [{ group: 'nope' }, 'any'],
  [{ group: 'dns-read', can: 'change' }, 'change'],
])('%o asks who can %s', (search, level) => {
  expect(askedOf(search, KNOWN).can.value).toBe(level)
})

test.each<[AccessSearch, string]>([
  [{}, 'change DNS'],
  [{ can: 'read', product: 'Zone' }, 'read Zone'],
  [{ group: 'dns-write' }, 'use DNS Write'],
  [{ group: 'dns-read' }, 'use DNS Read'],
  [{ group: 'odd' }, 'use Odd Thing'],
  [{ group: 'dns-read,dns-write' }, 'use DNS Read +1'],
  [{ group: 'dns-write', can: 'change' }, 'use DNS Write'],
  [{ group: 'dns-write', can: 'read' }, 'read DNS Write'],
  [{ topic: 'tokens' }, 'create or change API tokens'],
  [{ topic: 'tokens', can: 'read' }, 'read API tokens'],
  [{ topic: 'workers' }, 'change Workers code'],
])('%o asks which tokens can %s', (search, words) => {
  expect(askedWords(askedOf(search, KNOWN))).toBe(words)
})
