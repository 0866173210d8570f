import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAudit } from './audit.ts'
import { ACCOUNT, firstError, ok, type Rig, startRig, TOKEN, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

let rig: Rig
let isLogged = true
beforeAll(async () => void (rig = await startRig({}, 5_000, { isLogged: () => Promise.resolve(isLogged) })))
afterAll(() => rig.close())
beforeEach(() => {
  isLogged = true
  rig.answerWith(() => ok({ id: TOKEN }, { 'cf-ray': '8f0a1b2c3d4e5f60-FRA' }))
})

const audits = () =>
  rig.lines
    .filter((line) => line.includes(' event=audit '))
    .map((line) => line.replace(/^time=\S+Z event=audit /, '').replace(/ client=127\.0\.0\.1 id=[0-9a-f]{12}$/, ''))
const write = (method: string, path: string) =>
  rig.call(`/api/v4/accounts/${ACCOUNT}/tokens${path}`, { method, headers: WRITE_HEADERS, body: '{}' })

test.each([
  ['POST', '', 'create'],
  ['PUT', `/${TOKEN}`, 'update'],
  ['PUT', `/${TOKEN}/value`, 'roll'],
  ['DELETE', `/${TOKEN}`, 'delete'],
])('%s %s: a line before it goes out, and one when it has ended', async (method, path, action) => {
  let before: string[] = []
  rig.answerWith(() => {
    before = audits()
    return ok({ id: TOKEN }, { 'cf-ray': '8f0a1b2c3d4e5f60-FRA' })
  })
  await write(method, path)
  const of = `who=server action=${action} account=${ACCOUNT}`
  const asked = `${of}${path === '' ? '' : ` token=${TOKEN}`} outcome=asked`
  expect(before).toEqual([asked])
  expect(audits()).toEqual([asked, `${of} token=${TOKEN} outcome=done status=200 ray=8f0a1b2c3d4e5f60-FRA`])
})

test('all lines of one request have its id', async () => {
  await write('DELETE', `/${TOKEN}`)
  const ids = rig.lines.map((line) => / id=(\w+)$/.exec(line)?.[1])
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(1)
})

test.each<[string, () => Response, string]>([
  ['refused', () => Response.json({ success: false, errors: [], result: null }, { status: 403 }), 'failed status=403'],
  ['without a proper answer', () => new Response('gateway', { status: 502 }), 'unknown status=502'],
])('a write that ended %s', async (_, answer, outcome) => {
  rig.answerWith(answer)
  await write('DELETE', `/${TOKEN}`)
  expect(audits()[1]).toBe(`who=server action=delete account=${ACCOUNT} token=${TOKEN} outcome=${outcome}`)
})

test('a read leaves none', async () => {
  await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`)
  expect(audits()).toEqual([])
})

test('where nobody can write the log, no change is passed on, and reads are', async () => {
  isLogged = false
  const answer = await write('DELETE', `/${TOKEN}`)
  expect([answer.status, (await firstError(answer))?.code]).toEqual([503, 90_503])
  expect(rig.seen).toEqual([])
  expect(audits()[1]).toContain('outcome=failed')
  expect((await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`)).status).toBe(200)
})

test('a write whose client has gone before its line is written is not begun', async () => {
  let write = () => {}
  const waiting = new Promise<boolean>((resolve) => (write = () => resolve(true)))
  const slow = await startRig({}, 5_000, { isLogged: () => waiting })
  slow.answerWith(() => ok({ id: TOKEN }))
  const controller = new AbortController()
  const path = `/api/v4/accounts/${ACCOUNT}/tokens/${TOKEN}`
  const gone = slow.call(path, { method: 'DELETE', headers: WRITE_HEADERS, signal: controller.signal })
  await expect.poll(() => slow.lines.join('')).toContain('outcome=asked')
  controller.abort()
  await expect(gone).rejects.toThrow()
  await expect.poll(() => slow.left()).toBe(1)
  write()
  await expect.poll(() => slow.lines.join('')).toContain('outcome=failed')
  expect(slow.seen).toEqual([])
  slow.close()
})

test('a person whom Access names and the token that acts for them are both told', async () => {
  const lines: string[] = []
  const audit = createAudit((line) => lines.push(line))
  const one = { method: 'DELETE', template: '', path: '/accounts/a/tokens/b', client: null, id: 'x' }
  audit.asked({ ...one, who: 'ada@example.com', as: 'token:c' })
  expect(lines[0]).toContain(' who=ada@example.com as=token:c action=delete ')
})

test('at the end of the process what is under way is unknown, once', async () => {
  const lines: string[] = []
  const audit = createAudit((line) => lines.push(line))
  const one = {
    who: 'server',
    as: null,
    method: 'DELETE',
    template: '',
    path: '/accounts/a/tokens/b',
    client: null,
    id: 'x',
  }
  audit.asked(one)
  const idle = audit.idle()
  audit.abandon()
  await idle
  await audit.ended(one, ok({}))
  audit.abandon()
  expect(lines.map((line) => /outcome=(\w+)/.exec(line)?.[1])).toEqual(['asked', 'unknown'])
})
