import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCOUNT, ok, type Rig, SECRET, startRig, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())

describe('an API that repeats the credential', () => {
  const escaped = SECRET.replace('c', '\\u0063').replace('O', '\\u004F')
  const percent = SECRET.replaceAll('_', '%5F').replace('c', '%63')
  test.each<[string, string]>([
    ['as it is', SECRET],
    ['in words', `Invalid header "Authorization: Bearer ${SECRET}"`],
    ['escaped as JSON does', escaped],
    ['escaped as addresses are', percent],
    ['in base64', Buffer.from(`Bearer ${SECRET}`).toString('base64')],
    ['in base64 at another offset', Buffer.from(`xBearer ${SECRET}\n`).toString('base64url')],
    ['in hexadecimal', Buffer.from(SECRET).toString('hex')],
    ['in capital hexadecimal', Buffer.from(SECRET).toString('hex').toUpperCase()],
    ['escaped twice', escaped.replaceAll('\\u', '\\\\u')],
    ['in lines', SECRET.replaceAll(/.{20}/g, '$&\\n')],
    ['cut off at its end', SECRET.slice(0, -5)],
    ['cut off at its beginning', SECRET.slice(5)],
    ['cut off at both ends', SECRET.slice(4, -4)],
  ])('%s: its answer stays here', async (_, text) => {
    for (const [method, status] of [
      ['GET', 200],
      ['GET', 400],
      ['POST', 200],
    ] as const) {
      rig.answerWith(() => {
        const content = `{"success":${status === 200},"errors":[{"code":1,"message":"${text.replaceAll('"', '\\"')}"}],"result":{"${text.replaceAll('"', '')}":1}}`
        return new Response(content, { status, headers: { 'content-type': 'application/json' } })
      })
      const init = method === 'POST' ? { method, headers: WRITE_HEADERS, body: '{}' } : {}
      const answer = await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`, init)
      const said = await answer.text()
      expect([answer.status, said.includes('contained the credential')]).toEqual([502, true])
      expect(said.includes(method === 'POST' ? 'is unknown' : 'xx')).toBe(method === 'POST')
      expect(said).not.toContain(text.slice(0, 32))
    }
  })

  test('in a header: the same', async () => {
    rig.answerWith(() => ok([], { ratelimit: `"${SECRET}";r=1` }))
    const answer = await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`)
    expect([answer.status, answer.headers.get('ratelimit')]).toEqual([502, null])
  })

  test.each([
    ['of one letter', `cfat_${'b'.repeat(48)}`, 'b'.repeat(32)],
    ['of hex digits', `cfat_${'0123456789abcdef'.repeat(3)}`, '0123456789abcdef0123456789abcdef'],
  ])('a credential %s is told from an id', async (_, token, id) => {
    const own = await startRig({ token })
    own.answerWith(() => ok([{ id }]))
    expect((await own.call(`/api/v4/accounts/${id}/tokens`)).status).toBe(200)
    own.answerWith(() => ok([{ id: token }]))
    expect((await own.call(`/api/v4/accounts/${id}/tokens`)).status).toBe(502)
    own.close()
  })

  test('another secret passes', async () => {
    rig.answerWith(() => ok({ value: 'cfat_AnotherSecret0123456789abcdefghijABCDEFGHIJ' }))
    const answer = await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`, {
      method: 'POST',
      headers: WRITE_HEADERS,
      body: '{}',
    })
    expect(await answer.text()).toContain('cfat_AnotherSecret')
  })
})
