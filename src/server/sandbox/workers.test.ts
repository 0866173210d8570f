import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { WORKER_NAMES, ZONE_NAMES } from './seed.ts'

const account_id = 'e1'.repeat(16)
const own = `com.cloudflare.api.account.${account_id}`
const WORKER = 'com.cloudflare.edge.worker.script'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

/** A client with one group on some resources, and nothing else. */
async function clientWith(group: string, resources: unknown) {
  const { tokens } = sandbox.client().accounts
  const found = await tokens.permissionGroups.get({ account_id, name: group })
  const policies = [{ effect: 'allow', permission_groups: [{ id: found[0]?.id }], resources }]
  // The SDK requires a policy ID, which the API refuses on create.
  const made = await tokens.create({ account_id, name: group, policies: policies as never })
  return sandbox.client(made.value)
}

test('both lists tell the same Workers, each in its own words', async () => {
  const client = sandbox.client()
  const scripts = (await client.workers.scripts.list({ account_id })).result
  expect(scripts.map(({ id }) => id)).toEqual(WORKER_NAMES.toSorted())
  const workers: { id: string; name: string }[] = []
  for await (const worker of client.workers.beta.workers.list({ account_id, per_page: 5, order_by: 'name' })) {
    workers.push({ id: worker.id, name: worker.name })
  }
  expect(workers.toReversed()).toEqual(scripts.map(({ id, tag }) => ({ id: tag, name: id })))
  expect(scripts.every(({ tag = '' }) => /^[0-9a-f]{32}$/.test(tag))).toBe(true)
})

test('the newer list is paged and ordered, and refuses what it does not know', async () => {
  const { workers } = sandbox.client().workers.beta
  const page = await workers.list({ account_id, page: 2, per_page: 5, order_by: 'name', order: 'asc' })
  expect(page.result.map(({ name }) => name)).toEqual(WORKER_NAMES.toSorted().slice(5, 10))
  expect(page.result_info).toMatchObject({ page: 2, per_page: 5, count: 5, total_count: WORKER_NAMES.length })
  await expect(workers.list({ account_id, per_page: 101 })).rejects.toMatchObject({ status: 400 })
  await expect(workers.list({ account_id, order_by: 'size' as never })).rejects.toMatchObject({ status: 400 })
})

test('the older list filters by tags', async () => {
  const { scripts } = sandbox.client().workers
  const wanted = (await scripts.list({ account_id, tags: 'production:yes' })).result
  const others = (await scripts.list({ account_id, tags: 'production:no' })).result
  expect(wanted.length).toBeGreaterThan(0)
  expect(wanted.length + others.length).toBe(WORKER_NAMES.length)
  await expect(scripts.list({ account_id, tags: 'production' })).rejects.toMatchObject({ status: 400 })
})

test.each(['Workers Scripts Read', 'Workers Scripts Write', 'Workers Metadata Read-Only', 'Workers Admin'])(
  '%s lists all Workers',
  async (group) => {
    const client = await clientWith(group, { [own]: '*' })
    expect((await client.workers.scripts.list({ account_id })).result).toHaveLength(WORKER_NAMES.length)
  },
)

test('a token for single Workers lists those, and one without any is refused', async () => {
  const [first, second] = (await sandbox.client().workers.scripts.list({ account_id })).result
  const inside = { [`${WORKER}.${first?.tag}`]: '*', [`${WORKER}.${second?.tag}`]: '*' }
  const narrow = await clientWith('Individual Workers Editor', { [own]: inside })
  expect((await narrow.workers.scripts.list({ account_id })).result).toHaveLength(2)
  expect((await narrow.workers.beta.workers.list({ account_id })).result).toHaveLength(2)
  const without = await clientWith('Workers KV Storage Read', { [own]: '*' })
  await expect(without.workers.scripts.list({ account_id })).rejects.toMatchObject({
    status: 403,
    errors: [{ code: 9109 }],
  })
})

test('a scenario says how many Workers there are, and whether they can be listed', async () => {
  const blind = 'e2'.repeat(16)
  await sandbox.control(`/${blind}/scenario`, { workers: 3, canListWorkers: false })
  await expect(sandbox.client().workers.scripts.list({ account_id: blind })).rejects.toMatchObject({ status: 403 })
  await sandbox.control(`/${blind}/scenario`, { workers: 30 })
  expect((await sandbox.client().workers.scripts.list({ account_id: blind })).result).toHaveLength(30)
})

test('some tokens of a fresh account stand on Workers that exist', async () => {
  const { tokens } = sandbox.client().accounts
  const tags = new Set((await sandbox.client().workers.scripts.list({ account_id })).result.map(({ tag }) => tag))
  const seen: string[] = []
  for await (const token of tokens.list({ account_id, per_page: 50 })) {
    const inside = (token.policies ?? []).map((policy): unknown => policy.resources?.[own as never])
    const keys = inside.flatMap((inner) => (typeof inner === 'object' && inner ? Object.keys(inner) : []))
    const named = keys.filter((key) => key.startsWith(`${WORKER}.`))
    expect(named.filter((key) => !tags.has(key.slice(WORKER.length + 1)))).toEqual([])
    if (named.length > 0 && token.status === 'active') seen.push(token.name ?? '')
  }
  expect(seen).toEqual(
    expect.arrayContaining(['checkout-deploy', 'code-scanner', 'workers-inventory', 'edge-team-admin']),
  )
})

test('a token for single zones lists those, whole, as the schema requires', async () => {
  const all = (await sandbox.client().zones.list({ account: { id: account_id } })).result
  const narrow = await clientWith('Zone Read', { [`com.cloudflare.api.account.zone.${all[0]?.id}`]: '*' })
  const seen = (await narrow.zones.list({ account: { id: account_id } })).result
  expect(seen.map(({ name }) => name)).toEqual([ZONE_NAMES[0]])
  expect(seen[0]).toMatchObject({ owner: { id: account_id }, account: { id: account_id }, development_mode: 0 })
})
