import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ApiFailure } from '#app/api/errors.ts'
import { changeUser } from '#app/parts/kept-in-tab.ts'
import type { TokenOutcome } from '#app/queries/bulk-tokens.ts'
import { planBulk } from '#domain/inventory/bulk-plan.ts'
import { testToken } from '#domain/inventory/testing.ts'
import type { Token } from '#domain/token/token.ts'
import { keepRun } from './keep-run.ts'
import { forgetRun, onRunsChange, unfinishedRuns } from './kept-runs.ts'

const SECRET = `cfat_${'s'.repeat(48)}`

function storage(most = Infinity) {
  const kept: Record<string, string> = {}
  const hidden = (value: unknown) => ({ value, enumerable: false })
  return Object.defineProperties(kept, {
    getItem: hidden((key: string) => kept[key] ?? null),
    removeItem: hidden((key: string) => delete kept[key]),
    setItem: hidden((key: string, text: string) => {
      if (text.length > most) throw new DOMException('full', 'QuotaExceededError')
      kept[key] = text
    }),
  })
}

type Request = (name: string, options: { signal?: AbortSignal }, then?: () => void) => Promise<void>

/** A new page: its storages, and locks that are free unless `request` says otherwise. */
function open({ request = async (_, __, then) => then?.() }: { request?: Request } = {}) {
  vi.stubGlobal('navigator', { locks: { request } })
  const tab = storage()
  vi.stubGlobal('sessionStorage', tab)
  vi.stubGlobal('localStorage', storage())
  return tab
}

beforeEach(() => {
  // Runs that begin in the same millisecond would be one.
  vi.useFakeTimers({ toFake: ['Date'] })
})
let begun = 0

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const tokens = ['1', '2', '3', '4'].map((id) => testToken(id))
const done = (token: Token): TokenOutcome => ({ kind: 'done', token, differs: [], isWritten: true })

/** What a report reads of a failure. */
const failed = (status: number, code: number, message: string) =>
  ({ status, problems: [{ code, message, pointer: null, documentationUrl: null, chain: [] }] }) as unknown as ApiFailure

/** A run over the tokens, left with these outcomes. */
function cutShort(accountId: string, outcomes: TokenOutcome[], of = tokens) {
  vi.setSystemTime(1_764_500_000_000 + (begun += 1000))
  const kept = keepRun(accountId)
  kept.begin({ kind: 'disable' }, planBulk({ kind: 'disable' }, of, { now: 0, ownTokenId: null, includesOwn: false }))
  kept.note(new Map(of.flatMap(({ id }, at) => (outcomes[at] ? [[id, outcomes[at]] as const] : []))))
  return kept
}

const [first = testToken('1')] = tokens
const MIDDLE: TokenOutcome[] = [
  done(first),
  {
    kind: 'failed',
    failure: failed(403, 9109, 'No'),
  },
  { kind: 'running', isSent: true },
]

test('a run that is left in the middle is read back as its report', async () => {
  open()
  cutShort('a', MIDDLE).show(false)
  const [run, ...others] = await unfinishedRuns('a')
  expect(others).toEqual([])
  expect(run?.report).toMatchObject({ action: { kind: 'disable' }, account_id: 'a' })
  expect(run?.report.tokens.map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'unknown', 'not started'])
  expect(run?.report.tokens[1]?.detail).toContain('No (9109)')
  expect(run?.report.tokens[0]).toMatchObject({ before: first.wire, after: undefined })
  expect(await unfinishedRuns('b')).toEqual([])
})

test('a run on the screen is not told of, nor one whose tokens are all done, nor one whose results were closed', async () => {
  const tab = open()
  cutShort('a', MIDDLE)
  cutShort('a', tokens.map(done)).show(false)
  const closed = cutShort('a', MIDDLE)
  closed.drop()
  closed.show(false)
  expect(await unfinishedRuns('a')).toEqual([])
  expect(Object.keys(tab).filter((key) => key.includes('.run.'))).toHaveLength(2)
})

test('an answer that comes after the run was left is told of', async () => {
  open()
  const kept = cutShort('a', MIDDLE)
  const listener = vi.fn()
  const end = onRunsChange(listener)
  kept.show(false)
  kept.note(new Map(tokens.slice(0, 3).map((token) => [token.id, done(token)])))
  end()
  expect(listener).toHaveBeenCalledTimes(2)
  const [run] = await unfinishedRuns('a')
  expect(run?.report.tokens.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'not started'])
})

test('a second run keeps the first, and each is forgotten by itself', async () => {
  const tab = open()
  cutShort('a', MIDDLE).show(false)
  cutShort('a', []).show(false)
  const [older, newer] = await unfinishedRuns('a')
  expect(newer?.report.tokens.every(({ outcome }) => outcome === 'not started')).toBe(true)
  forgetRun(older?.key ?? '')
  expect(await unfinishedRuns('a')).toEqual([newer])
  forgetRun(newer?.key ?? '')
  expect(Object.keys(tab).filter((key) => key.includes('.run.'))).toEqual([])
})

test('a sign-out removes it', async () => {
  const tab = open()
  changeUser(['1'.repeat(32)])
  cutShort('a', MIDDLE).show(false)
  expect(await unfinishedRuns('a')).toHaveLength(1)
  changeUser(null)
  expect(await unfinishedRuns('a')).toEqual([])
  expect(Object.keys(tab).filter((key) => key.includes('.run.'))).toEqual([])
})

test('no secret is kept, wherever it is', async () => {
  const tab = open()
  const named = testToken('1', { name: SECRET })
  const failure = failed(400, 1001, `Bad: ${SECRET}`)
  cutShort('a', [{ kind: 'failed', failure }], [named, ...tokens.slice(1)]).show(false)
  expect(JSON.stringify(tab)).not.toContain('ssss')
  expect((await unfinishedRuns('a'))[0]?.report.tokens[0]?.name).toBe('[secret removed]')
})

test('of many large tokens the states before are left out', async () => {
  open()
  const large = tokens.map((token) => ({ ...token, wire: { ...token.wire, more: 'x y '.repeat(100_000) } }))
  cutShort('a', MIDDLE, large).show(false)
  const [run] = await unfinishedRuns('a')
  expect(run?.report.tokens).toMatchObject([{ before: undefined, name: 'token 1' }, {}, {}, {}])
})

test('where the tab is full, nothing is kept rather than something that is no longer right', async () => {
  const tab = open()
  const kept = cutShort('a', [])
  vi.stubGlobal('sessionStorage', Object.assign(storage(0), tab))
  kept.note(new Map([['1', done(first)]]))
  kept.show(false)
  expect(await unfinishedRuns('a')).toEqual([])
})

const KEY = 'token-desk.unfinished.a.run.1'
const LINE = { id: '1', name: 'x', outcome: 'not started', detail: '' }
const REPORT = { action: { kind: 'disable' }, account_id: 'a', ended_at: '', tokens: [LINE] }
const PROGRESS = { ended_at: '2026-11-30T00:00:00.000Z', outcomes: { 1: { outcome: 'done', detail: '' } } }

test.each([
  ['a report alone', REPORT, undefined],
  ['no JSON', '{', PROGRESS],
  ['a list', [], PROGRESS],
  ['nothing', null, PROGRESS],
  ['another account', { ...REPORT, account_id: 'b' }, PROGRESS],
  ['an unknown action', { ...REPORT, action: { kind: 'roll' } }, PROGRESS],
  ['an action of every object', { ...REPORT, action: { kind: 'constructor' } }, PROGRESS],
  ['an unknown outcome', { ...REPORT, tokens: [{ ...LINE, outcome: 'saved' }] }, PROGRESS],
  ['an ID that is a path', { ...REPORT, tokens: [{ ...LINE, id: '../x' }] }, PROGRESS],
  ['a name that is none', { ...REPORT, tokens: [{ ...LINE, name: {} }] }, PROGRESS],
  ['another progress', REPORT, { ...PROGRESS, outcomes: { 1: 'done' } }],
])('%s in the storage is ignored, and removed', async (_, report, progress) => {
  const tab = open()
  const write = (key: string, value: unknown) => {
    if (value !== undefined) tab[key] = typeof value === 'string' ? value : JSON.stringify(value)
  }
  write(KEY, report)
  write(`${KEY}.progress`, progress)
  expect(await unfinishedRuns('a')).toEqual([])
  expect(Object.keys(tab).filter((key) => key.includes('.run.'))).toEqual([])
})

test('what a tab of before left is told of; the copy of one that another tab has is removed', async () => {
  const write = (tab: Record<string, string>) => {
    tab[KEY] = JSON.stringify(REPORT)
    tab[`${KEY}.progress`] = JSON.stringify(PROGRESS)
  }
  write(open())
  expect(await unfinishedRuns('a')).toMatchObject([{ report: { tokens: [{ outcome: 'done' }] } }])
  const denied = open({ request: () => Promise.reject(new DOMException('denied', 'SecurityError')) })
  write(denied)
  expect(await unfinishedRuns('a')).toHaveLength(1)

  const copy = open({
    request: (_, { signal }) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('too long')))),
  })
  write(copy)
  expect(await unfinishedRuns('a')).toEqual([])
  expect(Object.keys(copy).filter((key) => key.includes('.run.'))).toEqual([])
})
