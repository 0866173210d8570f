import { RULES } from '#domain/findings/rules.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CALM_ACCOUNT_ID, DEFAULT_ACCOUNT_ID } from '#server/sandbox/seed.ts'
import { startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { exported, fresh, json, NOW, on, runOn } from './testing.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => NOW })
})
afterAll(() => sandbox.close())

const run = runOn(() => sandbox)

const BULK_REPORT = JSON.stringify({
  action: { kind: 'disable' },
  account_id: 'a'.repeat(32),
  ended_at: '2026-11-27T01:00:00.000Z',
  tokens: [{ id: '1', name: 'x', before: { id: '1', name: 'x' }, after: null, outcome: 'unknown', detail: '' }],
})

/** How often each rule fires in the default account. */
const STORY = `
  D1:1 D2:3 D3:1 D4:1 D5:6 D6:1 D7:2 D8:1
  W1:1 W2:4 W3:6 W6:2 W7:1
  N1:1 N2:2 N3:1 N4:1 N5:1 N6:1 N7:5 N8:1 N9:1 N10:1 N11:1
  T1:5 T2:1 T3:20 T4:6 T5:8 T6:11 T7:9 T8:3 T10:5 T11:1 T12:1
  I1:1 I2:1 I3:9 I4:1
  O1:7 O2:1 O3:2 O5:1`
  .trim()
  .split(/\s+/)

describe('the story of the sandbox', () => {
  test('each rule but that of a full account fires, and few tokens need anyone today', async () => {
    const { code, report } = await run(json(DEFAULT_ACCOUNT_ID))
    const { findings, tokens_by_severity, not_judged, notes } = report()
    const counts = new Map<string, number>()
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    expect(code).toBe(0)
    expect([not_judged, notes]).toEqual([[], []])
    expect(RULES.map(({ id }) => id).filter((id) => !counts.has(id))).toEqual(['O6'])
    expect([...counts].map(([rule, times]) => `${rule}:${times}`).toSorted()).toEqual(STORY.toSorted())
    expect(tokens_by_severity).toEqual({ 'act-now': 7, 'fix-soon': 24, review: 35, tidy: 13 })
  })

  test('it holds on any day', async () => {
    for (const day of ['2026-12-31T23:59:30Z', '2027-02-28T12:00:00Z', '2028-02-29T00:00:10Z']) {
      const later = await startSandbox({ now: () => Date.parse(day) })
      try {
        const env = { CLOUDFLARE_API_BASE_URL: later.baseUrl }
        const { report } = await run(json(DEFAULT_ACCOUNT_ID, '--now', day), {}, env)
        const rules = new Set(report().findings.map(({ rule }) => rule))
        expect(RULES.map(({ id }) => id).filter((id) => !rules.has(id))).toEqual(['O6'])
        expect(report().tokens_by_severity['act-now']).toBe(7)
        const calm = await run(json(CALM_ACCOUNT_ID, '--now', day, '--fail-on', 'fix-soon'), {}, env)
        expect(calm.code).toBe(0)
      } finally {
        await later.close()
      }
    }
  })

  test('in the other account nothing needs anyone today', async () => {
    const { code, out } = await run(on(CALM_ACCOUNT_ID, '--fail-on', 'fix-soon'))
    expect(code).toBe(0)
    expect(out).toMatch(/^Nothing needs you today\nAccount 9a7806061c88ada191ed06f989cc3dac, 20 tokens, as of /)
  })
})

describe('the exit code', () => {
  const needy = fresh()

  test.each([
    [[], 0],
    [['--fail-on', 'act-now'], 1],
    [['--fail-on', 'tidy'], 1],
    [['--fail-on', 'act-now', '--rule', 'T3'], 0],
    [['--fail-on', 'fix-soon', '--rule', 'T3'], 1],
    [['--fail-on', 'act-now', '--severity', 'review'], 0],
  ])('with %j is %i', async (args, code) => {
    expect((await run(on(needy, ...args))).code).toBe(code)
  })

  test.each([
    [['--file', 'none.json'], {}, /none\.json can’t be read \(ENOENT\)/],
    [['--file', 'a.json'], { 'a.json': '{"tokens": [' }, /not JSON/],
    [['--file', 'a.csv'], { 'a.csv': 'id,name,status\n' }, /Of the exports of Token Desk, only JSON/],
    [['--file', 'a.json'], { 'a.json': BULK_REPORT }, /first item is a line of the report of a bulk action/],
    [['--file', 'a.json'], { 'a.json': '{"success":false,"errors":[]}' }, /refusal/],
    [['--file', 'a.json'], { 'a.json': '[{"id":"1","name":"DNS Read","scopes":[]}]' }, /is a permission group/],
    [['--file', 'a.json'], { 'a.json': '{"tokens":[{"name":"x"}]}' }, /none has an ID/],
    [['--file', 'a.json'], { 'a.json': '[{"id":"1","name":"x"}]' }, /--account/],
    [['--file', 'a.json', '--account', 'b'.repeat(32)], { 'a.json': exported('a'.repeat(32)) }, /not of the one/],
    [['--suppressions', 's.json'], { 's.json': '{"version":2}' }, /--suppressions: version/],
    [['--settings', 's.json'], { 's.json': '{"longestLive":9}' }, /--settings: longestLive/],
    [
      ['--settings', 's.json'],
      { 's.json': '{"workingHours":{"from":17,"to":9}}' },
      /--settings: workingHours: Full hours from 0 to 24/,
    ],
  ])('with %j and %j is 2', async (args, files, reason) => {
    const { code, out, err } = await run(args, files)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(reason)
  })

  test('with a file that has a refusal or no token among its tokens is 3, and the others are judged', async () => {
    const token = { id: '1', name: 'one', status: 'revoked (exposed)', policies: [] }
    const whole = { account_id: 'a'.repeat(32), tokens: [] }
    const of = (...list: unknown[]) =>
      run(['--file', 'a.json', '--fail-on', 'act-now', '--rule', 'T3'], { 'a.json': JSON.stringify([whole, ...list]) })
    expect(await of(token, { success: false, errors: [], result: null })).toMatchObject({ code: 3 })
    expect(await of(token, null)).toMatchObject({ code: 3, out: expect.stringContaining('1 item of the file') })
    expect((await of(token)).code).toBe(0)
    const urgent = await run(['--file', 'a.json', '--fail-on', 'act-now'], { 'a.json': JSON.stringify([whole, token]) })
    expect([urgent.code, urgent.out]).toEqual([1, expect.stringContaining('D1')])
  })

  test('without a token or an account is 2, and the environment is checked as the server does', async () => {
    const without = await run(on(needy), {}, { CLOUDFLARE_API_TOKEN: '' })
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('Set CLOUDFLARE_API_TOKEN')])
    expect((await run([])).err).toMatch(/Use --account/)
    const odd = await run(on(needy), {}, { CLOUDFLARE_API_TOKEN: 'short' })
    expect([odd.code, odd.err]).toEqual([2, expect.stringContaining('CLOUDFLARE_API_TOKEN')])
    expect((await run([], {}, { CLOUDFLARE_ACCOUNT_ID: needy })).code).toBe(0)
  })
})

describe('what the API does', () => {
  test('a refusal ends with 3 and Cloudflare’s words', async () => {
    const { code, out, err } = await run(on(fresh()), {}, { CLOUDFLARE_API_TOKEN: `cfat_${'u'.repeat(48)}` })
    expect([code, out]).toEqual([3, ''])
    expect(err).toBe('token-desk findings: HTTP 403: Invalid access token (9109)\n')
  })

  test('a rate limit is waited for, and said', async () => {
    const account = fresh()
    const fault = { method: 'GET', path: '/tokens', nth: 2, status: 429, headers: { 'retry-after': '7' } }
    await sandbox.control(`/${account}/faults`, fault)
    const { code, err, waits } = await run(on(account))
    expect([code, waits]).toEqual([0, [7000]])
    expect(err).toContain('Cloudflare’s rate limit: waiting 7 s.')
  })

  test('a rate limit without an end is given up', async () => {
    const account = fresh()
    await sandbox.control(`/${account}/faults`, { method: 'GET', path: '/tokens', status: 429, times: 0 })
    const { code, waits } = await run(on(account))
    expect([code, waits]).toEqual([3, [5000, 5000, 5000, 5000, 5000]])
  })

  test.each([
    ['an error', { status: 503 }],
    ['half an answer', { truncate: true }],
    ['no answer', { drop: 'before' }],
    ['an odd list', { status: 200, body: { success: true, result: { odd: 1 } } }],
  ])('%s is asked for again, and ends with 3 when it stays', async (_, fault) => {
    const account = fresh()
    await sandbox.control(`/${account}/faults`, { method: 'GET', path: '/tokens', nth: 3, times: 0, ...fault })
    const { code, out, err } = await run(on(account))
    expect([code, out]).toEqual([3, ''])
    expect(err).toMatch(/^token-desk findings: /)
  })

  test('an error that ends is only a wait', async () => {
    const account = fresh()
    await sandbox.control(`/${account}/faults`, { method: 'GET', path: '/tokens', nth: 2, times: 2, status: 503 })
    expect((await run(on(account))).code).toBe(0)
  })

  test('without the catalogue its rules are silent, and it says so', async () => {
    const account = fresh()
    await sandbox.control(`/${account}/faults`, { path: '/tokens/permission_groups', status: 403, times: 0 })
    const { report } = await run(json(account))
    expect(report().not_judged.map(({ rule }) => rule)).toEqual(['W6', 'N2', 'N6', 'N10'])
    expect(report().notes).toEqual([expect.stringMatching(/^The permission groups can’t be read: HTTP 403/)])
    expect((await run(on(account))).out).toContain('Not judged: W6, N2, N6, N10. The permission groups')
  })

  test('an empty catalogue is one that cannot be read: no permission is called unknown', async () => {
    const account = fresh()
    const body = { success: true, errors: [], messages: [], result: [] }
    await sandbox.control(`/${account}/faults`, { path: '/tokens/permission_groups', status: 200, body, times: 0 })
    const { not_judged, notes, findings } = (await run(json(account))).report()
    expect(not_judged.map(({ rule }) => rule)).toEqual(['W6', 'N2', 'N6', 'N10'])
    expect(notes).toEqual(['The permission groups can’t be read: The API response has none.'])
    expect(findings.filter(({ rule }) => rule === 'N6')).toEqual([])
  })

  test('zones and buckets that cannot be listed are said', async () => {
    const account = fresh()
    await sandbox.control(`/${account}/scenario`, { canListZones: false, canListBuckets: false })
    const { report } = await run(json(account))
    expect(report().notes).toHaveLength(2)
    expect(report().findings.some(({ rule, severity }) => rule === 'W1' && severity === 'act-now')).toBe(false)
    expect(report().judged_without_count.map(({ rule }) => rule)).toEqual(['W1', 'W2', 'N8'])
    expect((await run(on(account))).out).toContain('Judged in part: W1. The number of zones')
  })

  test('zones are read to their end, and without it none is gone', async () => {
    const account = fresh()
    const gone = async () => {
      const { findings, judged_without_count } = (await run(json(account))).report()
      return [
        findings.filter(({ rule }) => rule === 'N8').length,
        judged_without_count.map(({ rule, why }) => `${rule} ${/(?<=all ).*(?= are listed)/.exec(why)?.[0] ?? ''}`),
      ]
    }
    // Tokens of the account name zones and Workers, and nothing lists the Workers.
    await sandbox.control(`/${account}/scenario`, { zones: 0 })
    expect(await gone()).toEqual([0, ['N8 zones and Workers']])
    await sandbox.control(`/${account}/scenario`, { zones: 120 })
    expect(await gone()).toEqual([1, ['N8 Workers']])
    await sandbox.control(`/${account}/faults`, { method: 'GET', path: '/zones', nth: 2, times: 0, status: 500 })
    expect(await gone()).toEqual([0, ['W1 ', 'N8 zones and Workers']])
  })

  test('5,000 tokens are read and judged before long', async () => {
    const account = fresh()
    await sandbox.control(`/${account}/scenario`, { tokens: 5000, quota: 5000, policiesPerToken: [1, 20] })
    const { code, report } = await run(json(account, '--fail-on', 'act-now'))
    expect(code).toBe(1)
    expect(report().is_complete).toBe(true)
    expect(report().findings.some(({ rule }) => rule === 'O6')).toBe(true)
  })
})
