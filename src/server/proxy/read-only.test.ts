import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ACCOUNT, ok, type Rig, startRig, TOKEN, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig({ readOnly: true })))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok([])))

test.each([
  ['POST', ''],
  ['PUT', `/${TOKEN}`],
  ['PUT', `/${TOKEN}/value`],
  ['DELETE', `/${TOKEN}`],
])('%s %s is refused here when the server is read-only', async (method, path) => {
  const address = `/api/v4/accounts/${ACCOUNT}/tokens${path}`
  expect((await rig.call(address, { method, headers: WRITE_HEADERS, body: '{}' })).status).toBe(403)
  expect(rig.seen).toEqual([])
})

test('reading, and verifying a pasted secret, go on', async () => {
  expect((await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`)).status).toBe(200)
  const body = JSON.stringify({ account_id: ACCOUNT, value: 'a'.repeat(40) })
  expect((await rig.call('/api/verify', { method: 'POST', headers: WRITE_HEADERS, body })).status).toBe(200)
  expect(await (await rig.call('/api/session')).json()).toMatchObject({ result: { read_only: true } })
})
