import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  ACCOUNT,
  firstError,
  ok,
  OTHER_ACCOUNT,
  type Rig,
  SECRET,
  startRig,
  TOKEN,
  WRITE_HEADERS,
} from '#server/testing/proxy-rig.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok([])))

const tokens = `/accounts/${ACCOUNT}/tokens`

describe('calls of the list reach the API as they are, below /client/v4, with our credential', () => {
  test.each([
    ['GET', tokens],
    ['GET', `${tokens}?page=2&per_page=50&direction=asc&include_expired=true`],
    ['POST', tokens],
    ['GET', `${tokens}/${TOKEN}`],
    ['PUT', `${tokens}/${TOKEN}`],
    ['DELETE', `${tokens}/${TOKEN}`],
    ['PUT', `${tokens}/${TOKEN}/value`],
    ['GET', `${tokens}/verify`],
    ['GET', `${tokens}/permission_groups`],
    ['GET', `${tokens}/permission_groups?name=DNS+Write&scope=com.cloudflare.api.account.zone`],
    ['GET', '/accounts?page=1&per_page=50'],
    ['GET', `/zones?account.id=${ACCOUNT}&page=1&per_page=50`],
    ['GET', `/accounts/${ACCOUNT}/r2/buckets?cursor=abc&per_page=1000`],
    ['GET', `${tokens}?name=CI+deploy&page=1&include_expired=true`],
    ['GET', `/accounts/${ACCOUNT}/workers/scripts?tags=production%3Ayes`],
    ['GET', `/accounts/${ACCOUNT}/workers/workers?page=2&per_page=100&order=asc&order_by=name`],
  ])('%s %s', async (method, path) => {
    const body = method === 'POST' || method === 'PUT' ? '{"name":"é"}' : ''
    const answer = await rig.call(`/api/v4${path}`, {
      method,
      ...(method !== 'GET' && { headers: WRITE_HEADERS }),
      ...(body && { body }),
    })
    expect(answer.status).toBe(200)
    expect(rig.seen).toHaveLength(1)
    expect(rig.seen[0]).toMatchObject({ method, target: `/client/v4${path}`, body })
    expect(rig.seen[0]?.headers['authorization']).toBe(`Bearer ${SECRET}`)
  })
})

describe('anything else is refused in the API’s envelope and never reaches the API', () => {
  test.each([
    ['GET', '/user/tokens', 404],
    ['GET', '/user/tokens/verify', 404],
    ['GET', `/accounts/${ACCOUNT}`, 404],
    ['GET', `/accounts/${ACCOUNT}/members`, 404],
    ['GET', `/zones/${ACCOUNT}`, 404],
    ['GET', `${tokens}/`, 404],
    ['GET', `${tokens}//${TOKEN}`, 404],
    ['GET', `/accounts/${ACCOUNT}/r2/buckets/backups`, 404],
    ['GET', `/accounts/${ACCOUNT.slice(1)}/tokens`, 404],
    ['GET', `${tokens}/${TOKEN}0`, 404],
    ['GET', `${tokens}/not-an-id`, 404],
    ['GET', `${tokens}/${TOKEN}%2Fvalue`, 404],
    ['GET', `/accounts/${ACCOUNT}%2ftokens`, 404],
    ['GET', `/accounts/${ACCOUNT}/tokens%252F${TOKEN}`, 404],
    ['GET', `/accounts/%2530${ACCOUNT.slice(1)}/tokens`, 404],
    ['GET', `/accounts/%30${ACCOUNT.slice(1)}/tokens`, 404],
    ['PATCH', `${tokens}/${TOKEN}`, 405],
    ['POST', `${tokens}/${TOKEN}`, 405],
    ['POST', `${tokens}/${TOKEN}/value`, 405],
    ['GET', `${tokens}/${TOKEN}/value`, 405],
    ['DELETE', tokens, 405],
    ['PUT', tokens, 405],
    ['POST', '/accounts', 405],
    ['POST', '/zones', 405],
    ['DELETE', `/accounts/${ACCOUNT}/r2/buckets`, 405],
    ['GET', `/accounts/${ACCOUNT}/workers`, 404],
    ['GET', `/accounts/${ACCOUNT}/workers/scripts/checkout-api`, 404],
    ['GET', `/accounts/${ACCOUNT}/workers/workers/${TOKEN}`, 404],
    ['GET', `/accounts/${ACCOUNT}/workers/subdomain`, 404],
    ['PUT', `/accounts/${ACCOUNT}/workers/scripts`, 405],
    ['POST', `/accounts/${ACCOUNT}/workers/workers`, 405],
    ['GET', `/accounts/${ACCOUNT}/workers/scripts?page=1`, 400],
    ['GET', `${tokens}?page=1&page=2`, 400],
    ['GET', `${tokens}?search=x`, 400],
    ['GET', `${tokens}?Page=1`, 400],
    ['GET', `${tokens}/${TOKEN}?page=1`, 400],
    ['POST', `${tokens}?page=1`, 400],
    ['GET', '/zones?account.id=nonsense', 400],
  ])('%s %s → %i', async (method, path, status) => {
    const answer = await rig.call(`/api/v4${path}`, { method, ...(method !== 'GET' && { headers: WRITE_HEADERS }) })
    expect(answer.status).toBe(status)
    expect((await firstError(answer))?.code).toBe(90_000 + status)
    expect(rig.seen).toEqual([])
  })

  test('a refused method is told which ones there are', async () => {
    const answer = await rig.call(`/api/v4${tokens}/${TOKEN}/value`)
    expect(answer.headers.get('allow')).toBe('PUT')
  })

  test.each([['HEAD'], ['OPTIONS']])('%s is no way around the list of methods', async (method) => {
    const answer = await rig.call(`/api/v4${tokens}`, { method, headers: WRITE_HEADERS })
    expect(answer.status).toBe(405)
    expect(rig.seen).toEqual([])
  })

  test.each([
    [`/api/v4/accounts/${ACCOUNT}/../${OTHER_ACCOUNT}/tokens`, '404'],
    [`/api/v4/accounts/x/../../zones`, '404'],
    [`/api/v4/accounts/x/%2e%2e/%2E%2e/zones`, '404'],
    [`/api/v4/./zones`, '404'],
    [`/api/v4\\zones`, '400'],
    [`http://127.0.0.1/api/v4/zones`, '403'],
  ])('a path that has to be cleaned up first: %s', async (target, status) => {
    expect(await rawStatus(target)).toBe(status)
    expect(rig.seen).toEqual([])
  })

  test.each([
    ['/api'],
    ['/api/'],
    ['/api/v4'],
    ['/api/v5/zones'],
    ['/api/sandbox'],
    [`/api/sandbox/${ACCOUNT}/faults`],
  ])('%s is nothing in live mode', async (path) => {
    const answer = await rig.call(path, { method: 'POST', headers: WRITE_HEADERS, body: '{}' })
    expect(answer.status).toBe(404)
    expect((await firstError(answer))?.code).toBe(90_404)
  })
})

describe('with CLOUDFLARE_ACCOUNT_ID set', () => {
  let limited: Rig
  beforeAll(async () => void (limited = await startRig({ accountIds: [ACCOUNT] })))
  afterAll(() => limited.close())
  beforeEach(() => limited.answerWith(() => ok([])))

  test.each([[`/accounts/${ACCOUNT}/tokens`], [`/zones?account.id=${ACCOUNT}`], [`/accounts/${ACCOUNT}/r2/buckets`]])(
    'the account itself passes: %s',
    async (path) => {
      expect((await limited.call(`/api/v4${path}`)).status).toBe(200)
      expect(limited.seen).toHaveLength(1)
    },
  )

  test.each([
    [`/accounts/${OTHER_ACCOUNT}/tokens`],
    [`/accounts/${OTHER_ACCOUNT}/r2/buckets`],
    [`/zones?account.id=${OTHER_ACCOUNT}`],
    ['/zones'],
  ])('another account is refused: %s', async (path) => {
    const answer = await limited.call(`/api/v4${path}`)
    expect(answer.status).toBe(403)
    expect((await firstError(answer))?.code).toBe(90_403)
    expect(limited.seen).toEqual([])
  })

  test('no condition beside the account lets others in', async () => {
    const answer = await limited.call(`/api/v4/zones?account.id=${ACCOUNT}&match=any`)
    expect(answer.status).toBe(400)
    expect(limited.seen).toEqual([])
  })

  test('accounts that may not be touched are not named, nor counted', async () => {
    const listed = [{ id: OTHER_ACCOUNT, name: 'Other' }, { id: ACCOUNT, name: 'Own' }, 'odd']
    limited.answerWith(() =>
      Response.json({
        success: true,
        errors: [],
        messages: [],
        result: listed,
        result_info: { page: 2, per_page: 3, total_count: 72 },
      }),
    )
    const text = await (await limited.call('/api/v4/accounts')).text()
    expect(JSON.parse(text)).toMatchObject({
      result: [{ id: ACCOUNT, name: 'Own' }],
      result_info: { page: 2, per_page: 3, count: 1, total_count: 1, total_pages: 3 },
    })
    expect(text).not.toContain(OTHER_ACCOUNT)
  })
})

/** Sends a request line as is; `fetch` would normalize it. */
function rawStatus(target: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(rig.port, '127.0.0.1')
    socket.on('error', reject)
    socket.once('data', (data) => {
      resolve(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1])
      socket.destroy()
    })
    socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nConnection: close\r\n\r\n`)
  })
}
