import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { ApiError } from './api-error.ts'
import { failure, success } from './envelope.ts'
import { faultSchema } from './fault-schema.ts'
import { armFault, clearFaults } from './faults.ts'
import { ID } from './routes.ts'
import { holdToken } from './held.ts'
import { readJson } from './read-json.ts'
import { scenarioSchema } from './scenario.ts'
import { wireTime } from './wire-time.ts'
import type { Store } from './store.ts'
import type { Scenario } from './types.ts'

/** Lets a developer or a test control the sandbox. Mounted in sandbox mode only. */
export function createControl(store: Store, now: () => number): Hono {
  const control = new Hono()

  control.post('/:accountId/scenario', async (c) => {
    const accountId = accountIdOf(c)
    const parsed = v.safeParse(scenarioSchema, await readJson(c.req.raw))
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
    const parsed = v.safeParse(faultSchema, await readJson(c.req.raw))
    if (!accountId || !parsed.success) return refuse(accountId, parsed.issues)
    armFault(store.account(accountId), parsed.output)
    return success({ armed: true })
  })

  control.delete('/:accountId/faults', (c) => {
    const accountId = accountIdOf(c)
    if (!accountId) return refuse(accountId)
    const account = store.peek(accountId)
    if (account) clearFaults(account)
    return success({ armed: false })
  })

  control.post('/:accountId/tokens/:tokenId/raw', async (c) => {
    const accountId = accountIdOf(c)
    const tokenId = c.req.param('tokenId')
    if (!accountId || !ID.test(tokenId)) return refuse(null)
    const json = await readJson(c.req.raw)
    holdToken(store.account(accountId), tokenId, json, wireTime(now()))
    return success({ held: true })
  })

  control.get('/:accountId/requests', (c) => {
    const accountId = accountIdOf(c)
    return accountId ? success(store.peek(accountId)?.requests ?? []) : refuse(accountId)
  })

  control.onError((error) => {
    if (error instanceof ApiError) return failure(error.status, error.errors)
    throw error
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
