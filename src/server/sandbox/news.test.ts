import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { ownTokenId } from './seed.ts'

const account_id = 'f1'.repeat(16)
let clock = Date.parse('2026-11-26T12:00:00Z')

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => clock })
})
afterAll(() => sandbox.close())

type Meta = Record<string, string>
const metaOf = (group: object) => ('meta' in group ? (group.meta as Meta) : null)

test('groups that end say so in texts, in the catalogue and in the tokens that hold them', async () => {
  const { tokens } = sandbox.client().accounts
  const catalogue = await tokens.permissionGroups.get({ account_id })
  const ending = catalogue.filter((group) => metaOf(group)?.['deprecated'] === 'true')
  expect(ending.length).toBeGreaterThan(2)
  for (const group of ending) {
    const meta = metaOf(group) ?? {}
    expect(Object.values(meta).every((text) => typeof text === 'string')).toBe(true)
    expect(Object.keys(meta)).toEqual(expect.arrayContaining(['category', 'description', 'label', 'scopes']))
    if (meta['eol_at']) expect(Date.parse(meta['eol_at'])).toBeGreaterThan(clock)
  }
  expect(ending.some((group) => metaOf(group)?.['eol_at'] === undefined)).toBe(true)

  const ids = new Set(ending.map(({ id }) => id))
  const holders = new Set<string>()
  for await (const token of tokens.list({ account_id, per_page: 50 })) {
    const groups = (token.policies ?? []).flatMap((policy) => policy.permission_groups ?? [])
    for (const group of groups.filter(({ id }) => ids.has(id))) {
      expect(group.meta).toMatchObject({ deprecated: 'true' })
      holders.add(token.name ?? '')
    }
  }
  expect([...holders].toSorted()).toEqual([
    'access-auditor',
    'access-onboarding',
    'access-session-revoker',
    'redirect-rules-sync',
    'workers-inventory',
  ])
})

test('meta is kept by a PUT as it was sent', async () => {
  const { tokens } = sandbox.client().accounts
  const { result } = await tokens.list({ account_id, name: 'access-auditor' } as never)
  const [token] = result
  const updated = await tokens.update(token?.id ?? '', {
    account_id,
    name: token?.name ?? '',
    policies: token?.policies ?? [],
  })
  expect(updated.policies?.[0]?.permission_groups).toEqual(token?.policies?.[0]?.permission_groups)
})

test('a group of any name and scope can be added beside the catalogue', async () => {
  const here = 'f2'.repeat(16)
  const scope = 'com.cloudflare.edge.flagship.app'
  await sandbox.control(`/${here}/scenario`, {
    extraGroups: [{ name: 'Specified Flagship Apps Evaluate', scope, meta: { deprecated: 'true' } }],
  })
  const { permissionGroups } = sandbox.client().accounts.tokens
  const found = await permissionGroups.get({ account_id: here, scope })
  expect(found).toMatchObject([{ name: 'Specified Flagship Apps Evaluate', scopes: [scope], is_selectable: true }])
  expect(found[0]?.id).toMatch(/^[0-9a-f]{32}$/)
})

test('the list is narrowed by a part of the name, in any case, before it is paged', async () => {
  const { tokens } = sandbox.client().accounts
  // The SDK's types lack `name`.
  const list = async (query: Record<string, unknown>) => {
    const page = await tokens.list({ account_id, ...query })
    const { total_count } = page.result_info as { total_count?: number }
    return { names: page.result.map(({ name = '' }) => name), total_count }
  }
  const all = await list({ name: 'TERRAFORM-dns', per_page: 50, include_expired: true })
  expect(all.names.length).toBeGreaterThan(5)
  expect(all.names.every((name) => name.startsWith('terraform-dns'))).toBe(true)
  expect(all.total_count).toBe(all.names.length)
  const unexpired = await list({ name: 'e', per_page: 5 })
  const withExpired = await list({ name: 'e', per_page: 5, include_expired: true })
  expect(withExpired.total_count).toBeGreaterThan(unexpired.total_count ?? 0)
  const second = await list({ name: 'raform', page: 2, per_page: 5, include_expired: true, direction: 'asc' })
  expect(second).toEqual({ names: all.names.toReversed().slice(5, 10), total_count: all.names.length })
  expect(await list({ name: 'no such token' })).toEqual({ names: [], total_count: 0 })
  expect((await list({ name: '' })).total_count).toBeGreaterThan(100)
})

test('a new or rolled secret takes as long to work as a scenario says', async () => {
  const slow = 'f3'.repeat(16)
  await sandbox.control(`/${slow}/scenario`, { secretDelaySeconds: 20 })
  const { tokens } = sandbox.client().accounts
  const made = await tokens.create({ account_id: slow, name: 'fresh', policies: [] })
  const verify = async (secret: string | undefined) =>
    sandbox.client(secret).accounts.tokens.verify({ account_id: slow })
  const notYet = { status: 401, errors: [{ code: 1000, message: 'Invalid API Token' }] }
  await expect(verify(made.value)).rejects.toMatchObject(notYet)
  clock += 19_000
  await expect(verify(made.value)).rejects.toMatchObject(notYet)
  clock += 1000
  expect(await verify(made.value)).toMatchObject({ id: made.id, status: 'active' })

  const rolled = await tokens.value.update(made.id ?? '', { account_id: slow }, { body: {} })
  await expect(verify(made.value)).rejects.toMatchObject(notYet)
  await expect(verify(rolled)).rejects.toMatchObject(notYet)
  clock += 20_000
  expect(await verify(rolled)).toMatchObject({ status: 'active' })
  // Older secrets are not delayed.
  expect((await tokens.verify({ account_id: slow })).id).toBe(ownTokenId(slow))
})
