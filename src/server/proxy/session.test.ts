import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ACCOUNT, ok, OTHER_ACCOUNT, refused, type Rig, SECRET, startRig, TOKEN } from '#server/testing/proxy-rig.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())

const acme = { id: ACCOUNT, name: 'Acme', type: 'standard' }
const verified = { id: TOKEN, status: 'active', expires_on: '2027-01-01T00:00:00Z' }

type Answers = { accounts?: () => Response | Promise<Response>; verify?: () => Response | Promise<Response> }

const answers =
  ({ accounts = () => ok([acme]), verify = () => ok(verified) }: Answers) =>
  (request: Request) =>
    request.url.includes('/tokens/verify') ? verify() : accounts()

async function session(query = '', from: Rig = rig): Promise<unknown> {
  const answer = await from.call(`/api/session${query}`)
  expect(answer.status).toBe(200)
  const text = await answer.text()
  expect(text).not.toContain(SECRET)
  // A success has a result; the tests check its shape.
  const envelope = JSON.parse(text) as { success: boolean; errors: []; messages: []; result: unknown }
  expect(envelope).toMatchObject({ success: true, errors: [], messages: [] })
  return envelope.result
}

const credential = {
  account_id: ACCOUNT,
  id: TOKEN,
  status: 'active',
  expires_on: '2027-01-01T00:00:00Z',
  not_before: null,
}

describe('with accounts the credential may list', () => {
  beforeEach(() => rig.answerWith(answers({})))

  test('names them and verifies against the first', async () => {
    expect(await session()).toEqual({
      mode: 'live',
      auth: null,
      read_only: false,
      accounts: [{ id: ACCOUNT, name: 'Acme' }],
      accounts_problem: null,
      credential,
      credential_problem: null,
    })
    expect(rig.seen.map(({ target }) => target)).toEqual([
      '/client/v4/accounts?page=1&per_page=50',
      `/client/v4/accounts/${ACCOUNT}/tokens/verify`,
    ])
  })

  test('verifies against the account that is asked for, without waiting for the list', async () => {
    let verifyArrived = () => {}
    const arrived = new Promise<void>((resolve) => (verifyArrived = resolve))
    rig.answerWith(
      answers({
        accounts: () => arrived.then(() => ok([acme])),
        verify: () => {
          verifyArrived()
          return ok(verified)
        },
      }),
    )
    expect(await session(`?account_id=${OTHER_ACCOUNT}`)).toMatchObject({ credential: { account_id: OTHER_ACCOUNT } })
  })

  test('reads every page of them', async () => {
    const page = (count: number) =>
      ok(Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: `${index}` })))
    rig.answerWith((request) =>
      request.url.includes('verify') ? ok(verified) : page(request.url.includes('page=2&') ? 3 : 50),
    )
    const { accounts } = (await session()) as { accounts: unknown[] }
    expect(accounts).toHaveLength(53)
  })

  test.each([['disabled'], ['expired'], ['revoked (exposed)']])('passes a status on as it is: %s', async (status) => {
    rig.answerWith(answers({ verify: () => ok({ id: TOKEN, status }) }))
    expect(await session()).toMatchObject({ credential: { status, expires_on: null, not_before: null } })
  })
})

describe('what the API refuses is a field of the answer', () => {
  test('the list of accounts', async () => {
    const message = 'List accounts endpoint does not support account owned tokens.'
    rig.answerWith(answers({ accounts: () => refused(400, 1001, message) }))
    expect(await session()).toEqual({
      mode: 'live',
      auth: null,
      read_only: false,
      accounts: [],
      accounts_problem: { status: 400, code: 1001, message },
      credential: null,
      credential_problem: null,
    })
    expect(await session(`?account_id=${ACCOUNT}`)).toMatchObject({ credential, accounts_problem: { code: 1001 } })
  })

  test('the credential', async () => {
    rig.answerWith(answers({ verify: () => refused(401, 1000, 'Invalid API Token') }))
    expect(await session()).toMatchObject({
      accounts: [{ id: ACCOUNT, name: 'Acme' }],
      credential: null,
      credential_problem: { status: 401, code: 1000, message: 'Invalid API Token' },
    })
  })

  test('everything, because it cannot be reached', async () => {
    const offline = await startRig({ upstream: 'http://127.0.0.1:9/client/v4' })
    expect(await session(`?account_id=${ACCOUNT}`, offline)).toMatchObject({
      accounts: [],
      accounts_problem: { status: 502, code: 90_502 },
      credential_problem: { status: 502, code: 90_502 },
    })
    offline.close()
  })

  test('answers in a form nobody expected', async () => {
    rig.answerWith(answers({ accounts: () => ok([{ name: 'no id' }]), verify: () => ok('hm') }))
    expect(await session(`?account_id=${ACCOUNT}`)).toMatchObject({
      accounts: [],
      accounts_problem: { status: 200, code: null },
      credential_problem: { status: 200, code: null },
    })
  })
})

describe('with CLOUDFLARE_ACCOUNT_ID set', () => {
  let limited: Rig
  beforeAll(async () => void (limited = await startRig({ accountIds: [OTHER_ACCOUNT, ACCOUNT] })))
  afterAll(() => limited.close())

  test('those are the accounts, named where the credential may list them', async () => {
    limited.answerWith(answers({ accounts: () => ok([acme, { id: 'b'.repeat(32), name: 'Not ours' }]) }))
    expect(await session('', limited)).toMatchObject({
      accounts: [
        { id: OTHER_ACCOUNT, name: null },
        { id: ACCOUNT, name: 'Acme' },
      ],
      credential: { account_id: OTHER_ACCOUNT },
    })
  })

  test('a credential that cannot list them is no problem', async () => {
    limited.answerWith(answers({ accounts: () => refused(403, 9109, 'Unauthorized to access requested resource') }))
    expect(await session('', limited)).toMatchObject({
      accounts: [
        { id: OTHER_ACCOUNT, name: null },
        { id: ACCOUNT, name: null },
      ],
      accounts_problem: null,
    })
  })

  test('another account is refused', async () => {
    limited.answerWith(answers({}))
    expect((await limited.call(`/api/session?account_id=${'c'.repeat(32)}`)).status).toBe(403)
    expect(limited.seen).toEqual([])
  })
})

test.each([['?account_id=nonsense'], [`?account_id=${ACCOUNT}&account_id=${ACCOUNT}`], ['?token=x']])(
  'a query that makes no sense is refused: %s',
  async (query) => {
    rig.answerWith(answers({}))
    expect((await rig.call(`/api/session${query}`)).status).toBe(400)
    expect(rig.seen).toEqual([])
  },
)
