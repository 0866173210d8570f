import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SECRET } from '#server/testing/settings.ts'
import { createAttempts } from './attempts.ts'
import {
  ACCOUNT,
  ok,
  OTHER_ACCOUNT,
  refused,
  type Rig,
  startRig,
  TOKEN,
  WRITE_HEADERS,
} from '#server/testing/proxy-rig.ts'

const limits = { perClient: 3, perAccount: 6, perClientOnTarget: 1, perSharedAddress: 5 }
const at = (address: string, isShared = false) => ({ address, isShared, host: null, protocol: null })
const isPlace = (taken: object) => !('waitSeconds' in taken)

/** Takes and fails attempts until none is left, and returns their number. */
function failAll(attempts: ReturnType<typeof createAttempts>, address: string, account = 'a', now = 0): number {
  for (let count = 0; ; count += 1) {
    const taken = attempts.take(at(address), account, now)
    if ('waitSeconds' in taken) return count
    taken.failed()
  }
}

describe('a limit', () => {
  test('is for five minutes, and for the client alone that failed', () => {
    const attempts = createAttempts(limits)
    expect(failAll(attempts, '192.0.2.1')).toBe(3)
    expect(attempts.take(at('192.0.2.1'), 'b', 1_000)).toEqual({ waitSeconds: 299 })
    expect(isPlace(attempts.take(at('192.0.2.2'), 'a', 1_000))).toBe(true)
    expect(isPlace(attempts.take(at('192.0.2.1'), 'a', 300_000))).toBe(true)
  })

  test('counts what is under way, and what is given back no longer', () => {
    const attempts = createAttempts(limits)
    const taken = [0, 1, 2].map(() => attempts.take(at('192.0.2.1'), 'a', 0))
    expect(attempts.take(at('192.0.2.1'), 'a', 0)).toEqual({ waitSeconds: 5 })
    for (const one of taken) if ('giveBack' in one) one.giveBack()
    expect(isPlace(attempts.take(at('192.0.2.1'), 'a', 0))).toBe(true)
  })

  test('on an account under attack leaves everybody some attempts', () => {
    const attempts = createAttempts(limits)
    for (const last of [1, 2]) expect(failAll(attempts, `192.0.2.${last}`)).toBe(3)
    expect(failAll(attempts, '192.0.2.3')).toBe(1)
    expect(isPlace(attempts.take(at('192.0.2.4'), 'a', 0))).toBe(true)
    expect(failAll(attempts, '192.0.2.5', 'b')).toBe(3)
  })

  test('takes an IPv6 network for one client', () => {
    const attempts = createAttempts(limits)
    expect(failAll(attempts, '2001:db8:1:2::1')).toBe(3)
    expect(failAll(attempts, '2001:db8:1:2:ffff::9')).toBe(0)
    expect(failAll(attempts, '2001:db8:1:3::1', 'b')).toBe(3)
  })

  test('on an address that many share holds for each account by itself', () => {
    const attempts = createAttempts(limits)
    for (let count = 0; count < 3; count += 1) attempts.take(at('127.0.0.1', true), 'a', 0)
    expect(isPlace(attempts.take(at('127.0.0.1', true), 'a', 0))).toBe(false)
    expect(isPlace(attempts.take(at('127.0.0.1', true), 'b', 0))).toBe(true)
  })

  test('on such an address also in all, whatever accounts are tried', () => {
    const attempts = createAttempts(limits)
    const places = Array.from({ length: 30_000 }, (_, index) => attempts.take(at('127.0.0.1', true), `${index}`, 0))
    expect(places.filter(isPlace)).toHaveLength(5)
  })

  test('is not forgotten by trying one account after the other', () => {
    const attempts = createAttempts({ ...limits, perClient: 100_000 })
    for (let count = 0; count < 5; count += 1) attempts.take(at('127.0.0.1', true), 'a', 0)
    for (let count = 0; count < 30_000; count += 1) attempts.take(at('192.0.2.1'), `${count}`, 0)
    expect(isPlace(attempts.take(at('127.0.0.1', true), 'b', 0))).toBe(false)
  })

  test('remembers no more than so many clients', () => {
    const attempts = createAttempts(limits)
    failAll(attempts, '192.0.2.1')
    for (let count = 0; count < 30_000; count += 1) attempts.take(at(`10.1.${count >> 8}.${count & 255}`), 'b', 0)
    expect(isPlace(attempts.take(at('192.0.2.1'), 'c', 0))).toBe(true)
  })
})

describe('over HTTP', () => {
  const GOOD = 'cfat_GoodToken0123456789abcdefghijABCDEFGHIJKLM'
  let rig: Rig
  beforeEach(async () => {
    const settings = { mode: 'sign-in' as const, sessionSecrets: [SECRET] }
    rig = await startRig({ ...settings, trustedProxies: ['127.0.0.1'] })
    rig.answerWith(({ headers }) =>
      headers.get('authorization')?.includes(GOOD)
        ? ok({ id: TOKEN, status: 'active' })
        : refused(401, 1000, 'Invalid API Token'),
    )
  })
  afterEach(() => rig.close())

  const signIn = async (address: string, value = 'cfat_wrong', account_id = ACCOUNT) => {
    const headers = { ...WRITE_HEADERS, 'x-forwarded-for': address }
    return rig.call('/api/sign-in', { method: 'POST', headers, body: JSON.stringify({ account_id, value }) })
  }
  const statuses = (answers: Response[], status: number) => answers.filter((answer) => answer.status === status).length

  test('of many guesses at once ten go up, and the client is told how long to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => signIn('192.0.2.1')))
    expect([statuses(answers, 401), statuses(answers, 429), rig.seen.length]).toEqual([10, 50, 10])
    expect(Number((await signIn('192.0.2.1', GOOD)).headers.get('retry-after'))).toBeGreaterThan(200)
    expect(rig.lines.join('\n')).toContain(`event=sign-in account=${ACCOUNT} outcome=limited client=192.0.2.1`)
  })

  test('nobody is shut out by the failures of others, however many they are', async () => {
    for (let last = 1; last <= 15; last += 1)
      await Promise.all(Array.from({ length: 10 }, () => signIn(`192.0.2.${last}`)))
    expect((await signIn('198.51.100.1', GOOD)).status).toBe(200)
    expect((await signIn('198.51.100.2', GOOD, OTHER_ACCOUNT)).status).toBe(200)
  })

  test('secrets to verify are limited as well', async () => {
    const cookie = (await signIn('192.0.2.1', GOOD)).headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    const headers = { ...WRITE_HEADERS, cookie, 'x-forwarded-for': '192.0.2.1' }
    const verify = (value: string) =>
      rig.call('/api/verify', { method: 'POST', headers, body: JSON.stringify({ account_id: ACCOUNT, value }) })
    for (let count = 0; count < 40; count += 1) expect((await verify(GOOD)).status).toBe(200)
    const answers = await Promise.all(Array.from({ length: 60 }, () => verify('cfat_wrong')))
    expect([statuses(answers, 401), statuses(answers, 429)]).toEqual([30, 30])
  })

  test('an API that does not answer counts for nobody', async () => {
    rig.answerWith(() => new Response('gateway', { status: 502 }))
    for (let count = 0; count < 12; count += 1) expect((await signIn('192.0.2.1')).status).toBe(502)
  })
})
