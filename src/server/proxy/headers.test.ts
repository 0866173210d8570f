import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ACCOUNT, firstError, ok, type Rig, SECRET, startRig, TOKEN, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok([])))

const tokens = `/api/v4/accounts/${ACCOUNT}/tokens`

test('of a browser’s headers none goes along, and the credential is ours alone', async () => {
  await rig.call(tokens, {
    headers: {
      authorization: 'Bearer from-the-browser',
      cookie: 'session=1',
      'x-auth-key': 'key',
      'x-auth-email': 'user@example.com',
      'user-agent': 'Browser/1.0',
      referer: `${rig.origin}/accounts`,
      'x-stainless-lang': 'js',
      'cf-r2-jurisdiction': 'eu',
    },
  })
  const { headers } = rig.seen[0] ?? { headers: {} }
  expect(headers).toMatchObject({
    authorization: `Bearer ${SECRET}`,
    accept: 'application/json',
    'user-agent': expect.stringMatching(/^token-desk\/\d/),
  })
  const transport = new Set(['host', 'connection', 'accept-encoding', 'accept-language', 'sec-fetch-mode'])
  const own = Object.keys(headers).filter((name) => !transport.has(name))
  expect(own.sort()).toEqual(['accept', 'authorization', 'user-agent'])
})

test('a write takes its content type along', async () => {
  await rig.call(tokens, { method: 'POST', headers: WRITE_HEADERS, body: '{}' })
  expect(rig.seen[0]?.headers['content-type']).toBe('application/json')
})

test('the R2 jurisdiction goes along where buckets are listed, when it is a known one', async () => {
  const path = `/api/v4/accounts/${ACCOUNT}/r2/buckets`
  await rig.call(path, { headers: { 'cf-r2-jurisdiction': 'eu' } })
  expect(rig.seen[0]?.headers['cf-r2-jurisdiction']).toBe('eu')

  rig.answerWith(() => ok([]))
  const answer = await rig.call(path, { headers: { 'cf-r2-jurisdiction': 'elsewhere' } })
  expect(answer.status).toBe(400)
  expect((await firstError(answer))?.message).toContain('fedramp')
  expect(rig.seen).toEqual([])
})

test('of the API’s headers only the useful ones come back, and nothing is stored', async () => {
  rig.answerWith(() =>
    ok([], {
      'cf-ray': '8f0a1b2c3d4e5f60-FRA',
      ratelimit: '"default";r=50;t=30',
      'ratelimit-policy': '"burst";q=100;w=60',
      'retry-after': '7',
      'set-cookie': '__cf_bm=abc',
      server: 'cloudflare',
      'cache-control': 'max-age=600',
      'access-control-allow-origin': '*',
      'x-echo': SECRET,
    }),
  )
  const answer = await rig.call(tokens)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/json',
    'cf-ray': '8f0a1b2c3d4e5f60-FRA',
    ratelimit: '"default";r=50;t=30',
    'ratelimit-policy': '"burst";q=100;w=60',
    'retry-after': '7',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  for (const name of ['set-cookie', 'server', 'access-control-allow-origin', 'x-echo']) {
    expect(answer.headers.has(name)).toBe(false)
  }
})

test('an answer comes back byte for byte, with its status', async () => {
  const text =
    '{ "success": false,\n "errors": [{"code":1003,"message":"gone ü"}], "messages": [], "result": null, "odd": 1e2 }'
  rig.answerWith(() => new Response(text, { status: 404, headers: { 'content-type': 'text/html' } }))
  const answer = await rig.call(`${tokens}/${TOKEN}`)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(await answer.text()).toBe(text)
})

test.each([['/api/v4/nothing'], ['/api/session?x=1'], ['/api/nothing']])(
  'errors of our own are not stored either: %s',
  async (path) => {
    const answer = await rig.call(path)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-type')).toBe('application/json')
  },
)
