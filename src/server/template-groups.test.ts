import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const jsonOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const SCOPES = {
  zone: 'com.cloudflare.api.account.zone',
  account: 'com.cloudflare.api.account',
  bucket: 'com.cloudflare.edge.r2.bucket',
}

test('the groups of templates are those of the catalogue, by ID, name and scope', () => {
  const catalogue = jsonOf('src/server/sandbox/data/permission-groups.json') as {
    id: string
    name: string
    scopes: string[]
  }[]
  const ids = jsonOf('src/domain/operations/templates/group-ids.json') as Record<
    keyof typeof SCOPES,
    Record<string, string>
  >
  for (const kind of ['zone', 'account', 'bucket'] as const) {
    expect(Object.keys(ids[kind]).length).toBeGreaterThan(1)
    for (const [name, id] of Object.entries(ids[kind])) {
      const same = catalogue.filter((group) => group.name === name && group.scopes.includes(SCOPES[kind]))
      expect(
        same.map((group) => group.id),
        `${kind}: ${name}`,
      ).toEqual([id])
    }
  }
})
