import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCOUNT, ok, type Rig, startRig, TOKEN, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'
import { SECRET } from '#server/testing/settings.ts'
import { rememberInMemory } from './ended-sessions.ts'
import { LIFETIMES } from './session-cookie.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig({ mode: 'sign-in', sessionSecrets: [SECRET] })))
afterAll(() => rig.close())

const post = ({ call }: Rig, path: string, body: unknown, cookie = '') =>
  call(path, { method: 'POST', headers: { ...WRITE_HEADERS, cookie }, body: JSON.stringify(body) })

async function signIn(own: Rig): Promise<string> {
  const value = 'cfat_FirstToken0123456789abcdefghijABCDEFGHIJ'
  const answer = await post(own, '/api/sign-in', { account_id: ACCOUNT, value })
  return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
}

test('a sign-out ends a reading of many pages: none is asked for with the token afterwards', async () => {
  rig.answerWith(() => ok({ id: TOKEN, status: 'active' }))
  const cookie = await signIn(rig)
  let signOut: Promise<Response> | undefined
  let askedAfter = 0
  rig.answerWith(async (request) => {
    if (signOut) askedAfter += 1
    signOut ??= post(rig, '/api/sign-out', {}, cookie)
    await signOut
    const { url } = request
    return Response.json({ success: true, result: [url], result_info: { total_count: 1000 } })
  })
  const answer = await rig.call(`/api/tokens?account_id=${ACCOUNT}`, { headers: { cookie } })
  expect(await answer.text()).toContain('"status":401')
  // The first four are asked for together.
  expect(askedAfter).toBeLessThanOrEqual(3)
})

test('sessions that cannot be asked about in the middle of a reading refuse its next pages, and no more', async () => {
  const memory = rememberInMemory(LIFETIMES.absoluteMs)
  let isBroken = false
  const isEnded = (id: string) => (isBroken ? Promise.reject(new Error('The object is gone')) : memory.isEnded(id))
  const sessions = { ended: { ...memory, isEnded }, lifetimes: LIFETIMES }
  const own = await startRig({ mode: 'sign-in', sessionSecrets: [SECRET] }, 5_000, { sessions })
  own.answerWith((request) => {
    if (request.url.endsWith('/verify')) return ok({ id: TOKEN, status: 'active' })
    isBroken = true
    return Response.json({ success: true, result: [{}], result_info: { total_count: 1000 } })
  })
  const cookie = await signIn(own)
  const answer = await own.call(`/api/tokens?account_id=${ACCOUNT}`, { headers: { cookie } })
  const text = await answer.text()
  expect(text).toContain('"page":1,"status":200')
  expect(text).toContain('"status":503')
  own.close()
})
