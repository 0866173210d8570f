import { beforeAll, expect, test } from 'vitest'
import { readPasted } from '#domain/operations/paste/read-pasted.ts'
import { requirementsIn } from '#domain/operations/requirements.ts'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { readPermissionGroups } from '#domain/permission-groups/read-groups.ts'
import { DEFAULT_ACCOUNT_ID } from '#server/sandbox/seed.ts'
import { startSandbox } from '#server/testing/start-sandbox.ts'

const map = await shippedMap()
let requirementsOf: ReturnType<typeof requirementsIn>

beforeAll(async () => {
  const sandbox = await startSandbox()
  const { result } = await sandbox.client().accounts.tokens.permissionGroups.list({ account_id: DEFAULT_ACCOUNT_ID })
  await sandbox.close()
  requirementsOf = requirementsIn(map, readPermissionGroups(result))
})
const ID = '4b1ec07a4b1ec07a4b1ec07a4b1ec07a'

/** What is pasted for an operation, in one of several forms. */
const FORMS: ((method: string, path: string) => string)[] = [
  (method, path) => `${method} ${path}`,
  (method, path) => `curl -X ${method} "https://api.cloudflare.com/client/v4${path}?page=2"`,
  (method, path) => `10.0.0.1 - - [27/Nov/2026:10:00:00 +0000] "${method} /client/v4${path}/ HTTP/1.1" 403 120`,
]

test.each(FORMS.map((form, index) => [form('GET', '/x'), index] as const))(
  'every operation, pasted as %s, is answered as the map says',
  (_, index) => {
    const form = FORMS[index]
    const states: Record<string, number> = {}
    for (const { method, path, groups } of map.operations) {
      const text = form?.(method, path.replaceAll(/\{[^}]+\}/g, ID)) ?? ''
      const found = requirementsOf(readPasted(text).items)
      expect(found, text).toHaveLength(1)
      const [{ needs: [need] } = { needs: [] }] = found
      expect(need?.operation, text).toMatchObject({ method, path })
      expect(need?.missing, text).toEqual([])
      const state = need?.state ?? 'none'
      states[state] = (states[state] ?? 0) + 1
      const names = new Set(need?.options.map(({ group }) => group.name))
      if (need?.state === 'exact' || need?.state === 'any')
        expect(
          [...names].every((name) => groups.includes(name)),
          text,
        ).toBe(true)
    }
    expect(states).toEqual({ any: 1290, exact: 881, unpublished: 203, unsupported: 43, 'user-only': 346 })
  },
)
