import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { failure, success } from './envelope.ts'
import { faultSchema, type Faults } from './faults.ts'
import { holdToken } from './held.ts'
import { seededId } from './random.ts'
import { wireTime } from './seed-tokens.ts'
import type { Store } from './store.ts'
import type { Scenario } from './types.ts'

const ID = /^[0-9a-f]{32}$/

const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max))

/** A group beside the catalogue, of any name and scope; what is left out is made up. */
const extraGroup = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.nonEmpty()),
    scope: v.pipe(v.string(), v.regex(/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/)),
    id: v.optional(v.pipe(v.string(), v.regex(ID))),
    category: v.optional(v.string(), 'other'),
    description: v.optional(v.string(), ''),
    is_selectable: v.optional(v.boolean(), true),
    meta: v.optional(v.record(v.string(), v.string())),
  }),
  v.transform(({ scope, id, meta, ...group }) => ({
    ...group,
    id: id ?? seededId(`group ${group.name} of ${scope}`),
    scopes: [scope],
    ...(meta && { meta }),
  })),
)

const scenarioSchema = v.partial(
  v.strictObject({
    tokens: count(5000),
    zones: count(2000),
    buckets: count(2000),
    // One number for all, or the fewest and the most.
    policiesPerToken: v.union([count(100), v.tuple([count(100), count(100)])]),
    permissionGroups: count(1000),
    quota: count(100_000),
    rateLimit: count(1_000_000),
    ownPermissions: v.picklist(['write', 'read', 'none']),
    canListZones: v.boolean(),
    canListBuckets: v.boolean(),
    canListWorkers: v.boolean(),
    canListAccounts: v.boolean(),
    workers: count(2000),
    secretDelaySeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(600)),
    strictZoneGrants: v.boolean(),
    extraGroups: v.pipe(v.array(extraGroup), v.maxLength(200)),
    odd: v.boolean(),
  }),
)

/** What a person or a test may do to the sandbox itself; mounted in sandbox mode only. */
export function createControl(store: Store, faults: Faults, now: () => number): Hono {
  const control = new Hono()

  control.post('/:accountId/scenario', async (c) => {
    const accountId = accountIdOf(c)
    const parsed = v.safeParse(scenarioSchema, await c.req.json().catch(() => null))
    if (!accountId || !parsed.success) return refuse(accountId, parsed.issues)
    // Absent keys stay absent; valibot types them as possibly undefined.
    const account = store.reset(accountId, parsed.output as Partial<Scenario>)
    return success({
      tokens: account.tokens.size,
      zones: account.zones.length,
      buckets: account.buckets.length,
      workers: account.workers.length,
    })
  })

  control.post('/:accountId/faults', async (c) => {
    const accountId = accountIdOf(c)
    const parsed = v.safeParse(faultSchema, await c.req.json().catch(() => null))
    if (!accountId || !parsed.success) return refuse(accountId, parsed.issues)
    faults.arm(accountId, parsed.output)
    return success({ armed: true })
  })

  control.delete('/:accountId/faults', (c) => {
    const accountId = accountIdOf(c)
    if (!accountId) return refuse(accountId)
    faults.clear(accountId)
    return success({ armed: false })
  })

  control.post('/:accountId/tokens/:tokenId/raw', async (c) => {
    const accountId = accountIdOf(c)
    const tokenId = c.req.param('tokenId')
    if (!accountId || !ID.test(tokenId)) return refuse(null)
    // `undefined` is no JSON, so it can mark a text that is none.
    const json = await c.req.json<unknown>().catch(() => undefined)
    if (json === undefined) return failure(400, [{ code: 1001, message: 'body: Not JSON' }])
    holdToken(store.account(accountId), tokenId, json, wireTime(now()))
    return success({ held: true })
  })

  control.get('/:accountId/requests', (c) => {
    const accountId = accountIdOf(c)
    return accountId ? success(store.account(accountId).requests) : refuse(accountId)
  })

  return control
}

function accountIdOf(c: Context): string | null {
  const accountId = c.req.param('accountId') ?? ''
  return ID.test(accountId) ? accountId : null
}

function refuse(accountId: string | null, issues: readonly v.BaseIssue<unknown>[] = []): Response {
  if (!accountId) return failure(400, [{ code: 1001, message: 'An id has 32 hex digits' }])
  return failure(
    400,
    issues.map((issue) => ({ code: 1001, message: `${v.getDotPath(issue) ?? 'body'}: ${issue.message}` })),
  )
}
