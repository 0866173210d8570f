import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Group = { id: string; name: string; scopes: string[] }
type Row = { id: string; name: string; scope: string; successor: string }

const jsonOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

test('permission groups and their replacements are those of the catalogue, by name and scope', () => {
  const catalogue = jsonOf('src/server/sandbox/data/permission-groups.json') as Group[]
  const { source, date, groups } = jsonOf('src/domain/permission-groups/successors.json') as {
    source: string
    date: string
    groups: Row[]
  }
  const idsOf = (name: string, scope: string) =>
    catalogue.filter((group) => group.name === name && group.scopes.includes(scope)).map(({ id }) => id)
  expect([source, date]).toEqual([
    expect.stringMatching(/^https:\/\/developers\.cloudflare\.com\//),
    expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  ])
  expect(groups.length).toBeGreaterThan(1)
  for (const { id, name, scope, successor } of groups) {
    expect(idsOf(name, scope), name).toEqual([id])
    expect(idsOf(successor, scope), successor).toHaveLength(1)
  }
  // A replacement that is replaced itself would be no end.
  expect(groups.filter(({ name }) => groups.some(({ successor }) => successor === name))).toEqual([])
})
