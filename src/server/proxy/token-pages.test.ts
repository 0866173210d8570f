import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCOUNT, firstError, OTHER_ACCOUNT, refused, type Rig, SECRET, startRig } from '#server/testing/proxy-rig.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig({ accountIds: [ACCOUNT] })))
afterAll(() => rig.close())

const path = (query = '') => `/api/tokens?account_id=${ACCOUNT}${query}`
const pageIn = (url: string) => Number(new URL(url, 'http://api').searchParams.get('page'))
const asked = () => rig.seen.map(({ target }) => pageIn(target))
const budget = (left: number) => ({
  ratelimit: `"default";r=${left};t=300`,
  'ratelimit-policy': '"burst";q=1200;w=300',
})

/** A page of an account with `total` tokens, with half of the budget used. */
const pageOf = (total: number, headers = budget(600)) =>
  Response.json(
    { success: true, errors: [], messages: [], result: [{}], result_info: { total_count: total } },
    { headers },
  )
const refusal = (status: number) => refused(status, 1, 'No')

/** What came, in its order. */
async function read(answer: Response) {
  const lines = (await answer.text()).split('\n')
  expect(lines.pop()).toBe('')
  return Array.from({ length: lines.length / 2 }, (_, index) => ({
    ...(JSON.parse(lines[2 * index] ?? '') as { page: number; status: number; headers: Record<string, string> }),
    envelope: lines[2 * index + 1] ?? '',
  }))
}

const pagesRead = async (answer: Response) => (await read(answer)).map(({ page }) => page).toSorted((a, b) => a - b)

test('all pages are read by the count of the answers, each as the list’s own page of 50', async () => {
  rig.answerWith(() => pageOf(420))
  const answer = await rig.call(path())
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await pagesRead(answer)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(rig.seen.every(({ target }) => target.endsWith('&include_expired=true'))).toBe(true)
  expect(rig.seen.map(({ target }) => target).toSorted()[0]).toBe(
    `/client/v4/accounts/${ACCOUNT}/tokens?page=1&per_page=50&direction=desc&include_expired=true`,
  )
  expect(rig.seen.every(({ headers }) => headers['authorization'] === `Bearer ${SECRET}`)).toBe(true)
})

test('an answer goes on as the API sent it, with its status and the headers that pass', async () => {
  const sent =
    '{\n "success": true,\r\n "result": [{"id":"1","big":12345678901234567890,"text":"a\\nb"}],\n "errors": [] }'
  rig.answerWith(() => new Response(sent, { headers: { 'cf-ray': 'ray-1', 'set-cookie': 'a=b', ...budget(900) } }))
  const [page] = await read(await rig.call(path('&pages=3')))
  expect(page?.envelope.replaceAll(' ', '')).toBe(sent.replaceAll(/[\s]/g, ''))
  expect(page).toMatchObject({ page: 3, status: 200, headers: { 'cf-ray': 'ray-1', ...budget(900) } })
  expect(Object.keys(page?.headers ?? {}).toSorted()).toEqual([
    'cf-ray',
    'content-type',
    'ratelimit',
    'ratelimit-policy',
  ])
})

test('only the pages that are named are read, whatever the count', async () => {
  rig.answerWith(() => pageOf(5000))
  expect(await pagesRead(await rig.call(path('&pages=9,2,30')))).toEqual([2, 9, 30])
})

test.each([
  undefined,
  null,
  {},
  { total_count: '137' },
  { total_count: 2 ** 53 - 1 },
  { total_count: -1 },
  { total_count: 1.5 },
])('without a count, the first pages are all: %j', async (result_info) => {
  rig.answerWith(() => Response.json({ success: true, errors: [], messages: [], result: [{}], result_info }))
  expect(await pagesRead(await rig.call(path()))).toEqual([1, 2, 3, 4])
})

test('after an empty page no further page is begun, whatever the count says', async () => {
  rig.answerWith(({ url }) =>
    pageIn(url) < 6
      ? pageOf(1_000_000)
      : Response.json({ success: true, errors: [], messages: [], result: [], result_info: { total_count: 1_000_000 } }),
  )
  const came = await pagesRead(await rig.call(path()))
  expect(came.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6])
  expect(came.length).toBeLessThan(10)
})

/** The most calls that are open at once, with so much of 1,200 left. One is answered when so many are open. */
async function mostAtOnce(left: (page: number) => number, openBeforeNext = 4, countedAfter = 0) {
  let [begun, answered, most, mostBefore, isAnswering] = [0, 0, 0, 0, false]
  const open: (() => void)[] = []
  const answerNext = () => {
    const isFull = open.length >= (answered === 0 ? 4 : openBeforeNext)
    if (isAnswering || open.length === 0 || !(isFull || begun === 30)) return
    isAnswering = true
    // Time for one too many to come.
    setTimeout(() => {
      isAnswering = false
      answered += 1
      open.shift()?.()
      answerNext()
    }, 5)
  }
  rig.answerWith(async ({ url }) => {
    begun += 1
    const ended = new Promise<void>((resolve) => open.push(resolve))
    if (pageIn(url) > countedAfter) most = Math.max(most, open.length)
    if (answered === 0) mostBefore = Math.max(mostBefore, open.length)
    answerNext()
    await ended
    return pageOf(1500, budget(left(pageIn(url))))
  })
  expect(await pagesRead(await rig.call(path()))).toHaveLength(30)
  // Before an answer tells of the budget.
  expect(mostBefore).toBe(4)
  return most
}

describe('how many pages are asked for at once', () => {
  test.each([
    [8, 'more than half of it', 601],
    [4, 'half of it', 600],
  ])('%i, with %s left', async (most, _, left) => {
    expect(await mostAtOnce(() => left, most)).toBe(most)
  })

  test('four again, when it shrinks to half', async () => {
    expect(await mostAtOnce((page) => (page < 5 ? 1000 : 500), 4, 14)).toBe(4)
  })
})

test('with a tenth of the budget or less, no further page is begun', async () => {
  rig.answerWith(() => pageOf(1500, budget(120)))
  expect(await pagesRead(await rig.call(path()))).toEqual([1, 2, 3, 4])
})

test('after a refusal no further page is begun, and those under way come', async () => {
  rig.answerWith(async ({ url }) => {
    if (pageIn(url) === 2) return refusal(503)
    await new Promise((resolve) => setTimeout(resolve, 50))
    return pageOf(1500)
  })
  const came = await read(await rig.call(path()))
  expect(came.map(({ page, status }) => [page, status]).toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
    [1, 200],
    [2, 503],
    [3, 200],
    [4, 200],
  ])
})

test('the refusal of the first page is the whole answer', async () => {
  rig.answerWith(({ url }) => (pageIn(url) === 7 ? refusal(403) : pageOf(1500)))
  const answer = await rig.call(path('&pages=7,8'))
  expect(answer.status).toBe(403)
  expect(await firstError(answer)).toEqual({ code: 1, message: 'No' })
})

test('a first page that comes late holds back none of the others, and takes none along', async () => {
  let refuseFirst = () => {}
  rig.answerWith(({ url }) =>
    pageIn(url) === 1 ? new Promise<Response>((resolve) => (refuseFirst = () => resolve(refusal(504)))) : pageOf(180),
  )
  const answer = await rig.call(path())
  expect(answer.status).toBe(200)
  refuseFirst()
  expect((await read(answer)).map(({ page, status }) => [page, status]).toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
    [1, 504],
    [2, 200],
    [3, 200],
    [4, 200],
  ])
})

test('a HEAD is refused before the API is asked', async () => {
  rig.answerWith(() => pageOf(5000))
  const answer = await rig.call(path(), { method: 'HEAD' })
  expect(answer.status).toBe(405)
  expect(asked()).toEqual([])
})

test('the log has a line for each page, without ids', async () => {
  rig.answerWith(() => pageOf(70, { ...budget(900), 'cf-ray': 'ray-7' } as never))
  await (await rig.call(path('&pages=1,2'))).text()
  const lines = rig.lines.filter((line) => / event=page /.test(line))
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/ event=page status=200 ms=\d+ ray=ray-7 client=127\.0\.0\.1 id=\w+$/)
  expect(rig.lines.join('\n')).not.toContain(ACCOUNT)
})

test('a browser that goes ends the reading', async () => {
  let begun = 0
  rig.answerWith(async () => {
    begun += 1
    await new Promise((resolve) => setTimeout(resolve, 20))
    return pageOf(50_000)
  })
  const leave = new AbortController()
  const answer = await rig.call(path(), { signal: leave.signal })
  await answer.body?.getReader().read()
  leave.abort()
  const begunMeanwhile = async () => {
    const before = begun
    // On a busy machine, a page that is still read begins late, and in the next test.
    await new Promise((resolve) => setTimeout(resolve, 500))
    return begun - before
  }
  await expect.poll(begunMeanwhile, { timeout: 5000 }).toBe(0)
  expect(begun).toBeLessThan(1000)
})

describe('a request that names no account or no pages is refused before the API is asked', () => {
  test.each([
    ['no account', '/api/tokens', 400],
    ['an account that is none', '/api/tokens?account_id=..', 400],
    ['another account', `/api/tokens?account_id=${OTHER_ACCOUNT}`, 403],
    ['an unknown key', path('&per_page=5'), 400],
    ['no page', path('&pages='), 400],
    ['a page twice', path('&pages=2,2'), 400],
    ['page 0', path('&pages=0'), 400],
    ['a page as another number', path('&pages=1e3'), 400],
    ['a space', path('&pages=1,%202'), 400],
    ['too many pages', path(`&pages=${Array.from({ length: 2001 }, (_, index) => index + 1).join(',')}`), 400],
  ])('%s', async (_, target, status) => {
    rig.answerWith(() => pageOf(0))
    const answer = await rig.call(target)
    expect(answer.status).toBe(status)
    expect(await firstError(answer)).toMatchObject({ code: 90_000 + status })
    expect(asked()).toEqual([])
  })

  test('another method', async () => {
    const answer = await rig.call(path(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-token-desk': '1' },
      body: '{}',
    })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET')
  })
})
