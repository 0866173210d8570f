import { describe, expect, test } from 'vitest'
import { fakeApi, refusal, type Asked } from '#app/api/testing.ts'
import { createToken, deleteToken, rollToken } from '#app/api/token-writes.ts'
import { draftOf } from '#domain/token/request-body.ts'
import { readToken } from '#domain/token/read-token.ts'
import { createNamed, rollRead, saveEdit, saveStatus, TokenConflict } from './token-writes.ts'

const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const ID = 'ed17574386854bf78a67040be0a770b0'
const SECRET = 'a-secret-of-a-token'

const stored = {
  id: ID,
  name: 'Deploy bot',
  status: 'active',
  policies: [
    {
      id: 'f267e341f3dd4697bd3b9f71dd96247f',
      effect: 'allow',
      permission_groups: [{ id: '82e64a83756745bbbb1c9c2701bf816b', name: 'DNS Read' }],
      resources: { [`com.cloudflare.api.account.${ACCOUNT}`]: '*' },
    },
  ],
  modified_on: '2026-01-01T00:00:00Z',
}

const token = (wire: object) => {
  const read = readToken(wire)
  if (!read) throw new Error('no token')
  return read
}
const opened = token(stored)
const wanted = { ...draftOf(opened), name: 'Deploy bot 2' }

/** An API that holds one token; `write` answers its PUT and POST. */
const apiWith = (current: unknown, write: (asked: Asked) => unknown) =>
  fakeApi((asked) => {
    if (asked.method !== 'GET') return write(asked)
    if (asked.url.pathname.endsWith('/tokens'))
      return { success: true, result: [current], result_info: { total_count: 1 } }
    return current instanceof Response ? current.clone() : { success: true, result: current }
  })
const takes = ({ body }: Asked) => ({ success: true, result: { ...stored, ...(body as object) } })
const methods = (requests: Asked[]) => requests.map(({ method }) => method)

describe('an edit', () => {
  test('reads the token, then replaces it', async () => {
    const requests = apiWith(stored, takes)
    const saved = await saveEdit(ACCOUNT, ID, { wanted, opened })
    expect(methods(requests)).toEqual(['GET', 'PUT'])
    expect(requests[1]?.body).toMatchObject({ name: 'Deploy bot 2', status: 'active', policies: [{ effect: 'allow' }] })
    expect(saved.name).toBe('Deploy bot 2')
  })

  test('whose answer has no list of policies may have been saved or not', async () => {
    apiWith(stored, () => ({ success: true, result: { id: ID, name: wanted.name } }))
    const saved = saveEdit(ACCOUNT, ID, { wanted, opened })
    await expect(saved).rejects.toMatchObject({ kind: 'odd-answer', isOutcomeUnknown: true })
  })

  test('of a token that was changed since is a conflict, and nothing is sent', async () => {
    const requests = apiWith({ ...stored, name: 'Renamed by another' }, takes)
    const failure: unknown = await saveEdit(ACCOUNT, ID, { wanted, opened }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(TokenConflict)
    expect(failure).toMatchObject({ status: 409, theirs: { name: 'Renamed by another' }, isOutcomeUnknown: false })
    expect(methods(requests)).toEqual(['GET'])
  })

  test('that an attempt without an answer saved before is no conflict, and is not sent again', async () => {
    const requests = apiWith({ ...stored, name: wanted.name, modified_on: '2026-01-02T00:00:00Z' }, takes)
    const saved = await saveEdit(ACCOUNT, ID, { wanted, opened })
    expect(saved).toMatchObject({ name: wanted.name, modifiedOn: '2026-01-02T00:00:00Z' })
    expect(methods(requests)).toEqual(['GET'])
  })

  test('of a token that was deleted since is a conflict without one', async () => {
    const requests = apiWith(refusal(404, 1003), takes)
    await expect(saveEdit(ACCOUNT, ID, { wanted, opened })).rejects.toMatchObject({ status: 404, theirs: null })
    expect(methods(requests)).toEqual(['GET'])
  })

  test.each([refusal(503, 1), null, {}, [], 'text', { ...stored, id: 'f'.repeat(32) }])(
    'whose read fails or brings no such token was surely not written: %j',
    async (current) => {
      const requests = apiWith(current, takes)
      await expect(saveEdit(ACCOUNT, ID, { wanted, opened })).rejects.toMatchObject({
        isBeforeWrite: true,
        isOutcomeUnknown: false,
      })
      expect(methods(requests)).toEqual(['GET'])
    },
  )

  test.each([
    ['an error of the server', () => refusal(502, 90_502), true],
    ['a broken answer', () => new Response('{"succ', { headers: { 'content-type': 'application/json' } }), true],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), true],
    ['another token', () => ({ success: true, result: { ...stored, id: 'f'.repeat(32) } }), true],
    ['no success', () => ({ success: false, errors: [{ code: 1, message: 'no' }] }), true],
    ['a refusal', () => refusal(400, 1001), false],
  ])('that ends with %s is sent once; unknown outcome: %#', async (_, write, isOutcomeUnknown) => {
    const requests = apiWith(stored, write)
    await expect(saveEdit(ACCOUNT, ID, { wanted, opened })).rejects.toMatchObject({ isOutcomeUnknown })
    expect(methods(requests)).toEqual(['GET', 'PUT'])
  })
})

test('a status is set on the token as it is now, so changes by others are kept', async () => {
  const requests = apiWith({ ...stored, name: 'Renamed by another' }, takes)
  await saveStatus(ACCOUNT, ID, 'disabled')
  expect(requests[1]?.body).toMatchObject({ name: 'Renamed by another', status: 'disabled' })
})

test.each([
  ['an edit', () => saveEdit(ACCOUNT, ID, { wanted, opened })],
  ['a status', () => saveStatus(ACCOUNT, ID, 'disabled')],
])('%s whose answer shows the token as it was may have been saved or not', async (_, save) => {
  apiWith(stored, () => ({ success: true, result: stored }))
  await expect(save()).rejects.toMatchObject({ kind: 'odd-answer', isOutcomeUnknown: true })
})

test('a token that expired is enabled all the same', async () => {
  const off = { ...stored, status: 'disabled', expires_on: '2026-01-01T00:00:00Z' }
  apiWith(off, () => ({ success: true, result: { ...off, status: 'expired' } }))
  await expect(saveStatus(ACCOUNT, ID, 'active')).resolves.toMatchObject({ status: 'expired' })
})

const writes = {
  'a create': () => createToken(ACCOUNT, { name: 'Deploy bot', policies: [] }),
  'a roll': () => rollToken(ACCOUNT, ID),
  'a status': () => saveStatus(ACCOUNT, ID, 'disabled'),
  'a delete': () => deleteToken(ACCOUNT, ID),
}
const noAnswers: [string, () => unknown][] = [
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['502', () => refusal(502, 90_502)],
  ['504', () => refusal(504, 90_504)],
]

describe.each(Object.entries(writes))('%s', (_, send) => {
  test.each(noAnswers)('that ends with %s is sent once, and its outcome is unknown', async (_, write) => {
    const requests = apiWith(stored, write)
    await expect(send()).rejects.toMatchObject({ isOutcomeUnknown: true })
    expect(methods(requests).filter((method) => method !== 'GET')).toHaveLength(1)
  })
})

describe('a create', () => {
  const create = (onSecret: (secret: string) => void = () => {}) => {
    const attempts: unknown[] = []
    const end = createNamed(ACCOUNT, {
      name: 'Deploy bot',
      body: { name: 'Deploy bot', policies: [] },
      onSend: (attempt) => attempts.push(attempt),
      onSecret,
    })
    return { attempts, end }
  }

  test('hands the secret to its callback alone', async () => {
    apiWith(stored, () => ({ success: true, result: { ...stored, value: SECRET } }))
    const secrets: string[] = []
    const made = await create((secret) => secrets.push(secret)).end
    expect(secrets).toEqual([SECRET])
    expect(JSON.stringify(made)).not.toContain(SECRET)
  })

  test('tells before it is sent which tokens had the name', async () => {
    apiWith(stored, () => refusal(500, 1))
    const { attempts, end } = create()
    await expect(end).rejects.toMatchObject({ isOutcomeUnknown: true })
    expect(attempts).toEqual([{ name: 'Deploy bot', before: [ID] }])
  })

  test('goes on where the credential may not list tokens', async () => {
    fakeApi(({ method }) =>
      method === 'GET' ? refusal(403, 9109) : { success: true, result: { ...stored, value: SECRET } },
    )
    const { attempts, end } = create()
    await end
    expect(attempts).toEqual([{ name: 'Deploy bot', before: null }])
  })

  test.each([null, {}, [], 'text', stored, { value: SECRET }])(
    'whose answer has no token or no secret has an unknown outcome: %j',
    async (result) => {
      apiWith(stored, () => ({ success: true, result }))
      await expect(create().end).rejects.toMatchObject({ kind: 'odd-answer', isOutcomeUnknown: true })
    },
  )
})

test('a roll tells before it is sent how the token is then; one that cannot be read is rolled as well', async () => {
  const roll = async () => {
    const befores: unknown[] = []
    await rollRead(ACCOUNT, ID, { onSend: (before) => befores.push(before), onSecret: () => {} })
    return befores
  }
  const taken = () => ({ success: true, result: SECRET })
  const requests = apiWith({ ...stored, modified_on: '2026-02-02T00:00:00Z' }, taken)
  expect(await roll()).toMatchObject([{ id: ID, modifiedOn: '2026-02-02T00:00:00Z' }])
  expect(methods(requests)).toEqual(['GET', 'PUT'])
  apiWith(refusal(403, 9109), taken)
  expect(await roll()).toEqual([null])
})

test.each([
  ['a server on the way', () => new Response('default backend - 404', { status: 404 })],
  ['a gateway with JSON of its own', () => Response.json({ message: 'Not Found' }, { status: 404 })],
  ['our own server', () => refusal(404, 90_404)],
  ['the API for a reason that is not documented', () => refusal(404, 4242)],
])('a 404 of %s does not say that the token is gone', async (_, answer) => {
  fakeApi(answer)
  await expect(deleteToken(ACCOUNT, ID)).rejects.toMatchObject({ status: 404 })
  const failure: unknown = await saveStatus(ACCOUNT, ID, 'disabled').catch((error: unknown) => error)
  expect(failure).not.toBeInstanceOf(TokenConflict)
})
