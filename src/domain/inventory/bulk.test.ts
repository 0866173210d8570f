import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Token } from '#domain/token/token.ts'
import { planBulk, type BulkAction } from './bulk-plan.ts'
import { runBulk, type BulkOutcome, type BulkWorld } from './bulk-run.ts'
import { testToken } from './testing.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')
const context = { now: NOW, ownTokenId: null, includesOwn: false }
const END = '2027-01-01T00:00:00Z'

/**
 * What can go wrong with one request. `after`: it has taken effect all the same. `limited odd`: too many requests, in an
 * answer that does not rule that out. `over`: so is every other one from then on.
 */
type Trouble = 'none' | 'limited' | 'limited odd' | 'before' | 'after' | 'over'

class Failed extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

/** A small server that fails as told, request by request, and counts what takes effect. */
function serverOf(tokens: Token[], troubles: Trouble[]) {
  const stored = new Map(tokens.map((token) => [token.id, token]))
  const effects = new Map<string, number>()
  const clock = { now: NOW }
  let requests = 0
  let isOver = false
  const call = async <Value>(effect: () => Value): Promise<Value> => {
    const trouble = isOver ? 'over' : (troubles[requests] ?? 'none')
    isOver = trouble === 'over'
    requests += 1
    if (trouble.startsWith('limited') || trouble === 'before' || isOver) throw new Failed(trouble)
    const value = effect()
    if (trouble === 'after') throw new Failed(trouble)
    return value
  }
  const count = (id: string) => effects.set(id, (effects.get(id) ?? 0) + 1)
  const world: BulkWorld<string> = {
    read: (id) => call(() => stored.get(id) ?? null),
    update: (id, body) =>
      call(() => {
        const token = stored.get(id)
        if (!token) throw new Failed('before')
        count(id)
        clock.now += 1000
        const next = {
          ...token,
          status: (body['status'] ?? token.status) as string,
          expiresOn: (body['expires_on'] ?? null) as string | null,
          modifiedOn: new Date(clock.now).toISOString(),
        }
        stored.set(id, next)
        return next
      }),
    remove: (id) =>
      call(() => {
        if (stored.delete(id)) count(id)
      }),
    pace: async () => true,
    wait: async () => {},
    now: () => clock.now,
    isStopped: () => false,
    isLasting: (failure) => failure === 'over',
    judge: (error) => {
      const trouble = error instanceof Failed ? error.trouble : 'before'
      const isLimited = trouble === 'limited' || trouble === 'limited odd'
      return { failure: trouble, pause: isLimited ? 1 : null, isUnknown: !['limited', 'over'].includes(trouble) }
    },
  }
  return { world, stored, effects }
}

type Outcomes = Map<string, BulkOutcome<string>>

async function run(action: BulkAction, tokens: Token[], world: BulkWorld<string>): Promise<Outcomes> {
  const outcomes: Outcomes = new Map()
  const { planned } = planBulk(action, tokens, context)
  await runBulk({ planned, world, onOutcome: (id, outcome) => outcomes.set(id, outcome) })
  return outcomes
}

const trouble = fc.constantFrom<Trouble>('none', 'none', 'limited', 'limited odd', 'before', 'after')
const actions: BulkAction[] = [{ kind: 'disable' }, { kind: 'expiry', expiresOn: END }, { kind: 'delete' }]

const tokens = ['1', '2', '3', '4'].map((id) => testToken(id))
const isDone = (action: BulkAction, token: Token | undefined) =>
  action.kind === 'delete'
    ? !token
    : action.kind === 'disable'
      ? token?.status === 'disabled'
      : token?.expiresOn === END

test('whatever fails, nothing is done twice, nothing is forgotten, and the report is right', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...actions), fc.array(trouble, { maxLength: 40 }), async (action, troubles) => {
      const { world, stored, effects } = serverOf(tokens, troubles)
      const outcomes = await run(action, tokens, world)
      expect([...outcomes.keys()]).toEqual(tokens.map(({ id }) => id))
      for (const [id, outcome] of outcomes) {
        expect(effects.get(id) ?? 0).toBeLessThanOrEqual(1)
        if (outcome.kind === 'done') expect(isDone(action, stored.get(id))).toBe(true)
        else if (outcome.kind === 'failed') expect(isDone(action, stored.get(id))).toBe(false)
        else expect(outcome.kind).toBe('unknown')
      }
    }),
  )
})

test.each(actions)(
  'a write without an answer did not fail because Cloudflare shows no change yet: $kind',
  async (action) => {
    const [token = testToken('1')] = tokens
    const { world } = serverOf([token], ['after'])
    const late = { ...world, read: () => Promise.resolve(token), remove: () => Promise.reject(new Failed('after')) }
    expect((await run(action, [token], late)).get('1')).toEqual({ kind: 'unknown', failure: 'after', shown: token })
  },
)

test('trying the failed ones again ends with all of them done, each changed once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...actions), fc.array(trouble, { maxLength: 40 }), async (action, troubles) => {
      const { world, stored, effects } = serverOf(tokens, troubles)
      let left = tokens
      for (let rounds = 0; left.length > 0 && rounds < 60; rounds += 1) {
        const outcomes = await run(action, left, world)
        left = left.filter(({ id }) => outcomes.get(id)?.kind !== 'done')
      }
      expect(left).toEqual([])
      for (const { id } of tokens) {
        expect(effects.get(id)).toBe(1)
        expect(isDone(action, stored.get(id))).toBe(true)
      }
    }),
  )
})

test.each(actions)('a token that was changed since it was previewed is left alone: $kind', async (action) => {
  const { world, stored, effects } = serverOf(tokens, [])
  stored.set('2', testToken('2', { name: 'theirs', modifiedOn: '2026-11-23T00:00:00Z' }))
  const outcomes = await run(action, tokens, world)
  expect(outcomes.get('2')).toMatchObject({ kind: 'conflict', theirs: { name: 'theirs' } })
  expect(effects.has('2')).toBe(false)
  expect(outcomes.get('3')?.kind).toBe('done')
})

test('a token that is gone cannot be changed, and counts as deleted', async () => {
  const { world, stored } = serverOf(tokens, [])
  stored.delete('2')
  expect((await run({ kind: 'disable' }, tokens, world)).get('2')).toEqual({ kind: 'conflict', theirs: null })
  expect((await run({ kind: 'delete' }, tokens, world)).get('2')).toMatchObject({ kind: 'done', isWritten: false })
})

test('stopping finishes the token under way and begins no other', async () => {
  const { world, effects } = serverOf(tokens, [])
  let begun = 0
  const outcomes: Outcomes = new Map()
  await runBulk({
    planned: planBulk({ kind: 'disable' }, tokens, context).planned,
    world: { ...world, isStopped: () => begun >= 2 },
    onOutcome: (id, outcome) => {
      if (outcome.kind === 'running' && !outcome.isSent) begun += 1
      outcomes.set(id, outcome)
    },
  })
  expect([...outcomes].map(([id, { kind }]) => [id, kind])).toEqual([
    ['1', 'done'],
    ['2', 'done'],
  ])
  expect(effects.size).toBe(2)
})

test('stopping while it waits for the budget sends nothing more', async () => {
  const { world, effects } = serverOf(tokens, [])
  const stopped = { ...world, pace: async () => false }
  const outcomes = await run({ kind: 'delete' }, tokens, stopped)
  expect([...outcomes.values()].every(({ kind }) => kind === 'waiting')).toBe(true)
  expect(effects.size).toBe(0)
})

test('a refusal for too many requests is waited for as long as it says, then the same token goes on', async () => {
  const { world, effects } = serverOf(tokens, ['none', 'limited'])
  const waits: number[] = []
  const outcomes = await run({ kind: 'disable' }, tokens, { ...world, wait: async (ms) => void waits.push(ms) })
  expect(waits).toEqual([1])
  expect([...outcomes.values()].every(({ kind }) => kind === 'done')).toBe(true)
  expect([...effects.values()]).toEqual([1, 1, 1, 1])
})

test('a read is waited for as often as it is refused for too many requests, whatever the status of the answer', async () => {
  const refusals = Array.from({ length: 8 }, () => 'limited odd' as const)
  const { world, effects } = serverOf(tokens, refusals)
  const waits: number[] = []
  const outcomes = await run({ kind: 'disable' }, tokens, { ...world, wait: async (ms) => void waits.push(ms) })
  expect(waits).toEqual(refusals.map(() => 1))
  expect([...outcomes.values()].every(({ kind }) => kind === 'done')).toBe(true)
  expect(effects.size).toBe(4)
})

test('a refusal that every other token would get ends the run, and what was not sent counts as not begun', async () => {
  for (const kind of ['disable', 'delete'] as const) {
    const { world, effects } = serverOf(tokens, ['none', 'none', 'over'])
    const outcomes: Outcomes = new Map()
    const { planned } = planBulk({ kind }, tokens, context)
    const end = await runBulk({ planned, world, onOutcome: (id, outcome) => outcomes.set(id, outcome) })
    expect(end).toBe('over')
    expect([...outcomes.values()].map((outcome) => outcome.kind)).toEqual(['done', 'waiting'])
    expect(effects.size).toBe(1)
  }
})

test('a pause is told with the failure before it', async () => {
  const { world } = serverOf(tokens, ['before', 'none', 'limited'])
  const waits: string[] = []
  await run({ kind: 'disable' }, tokens, { ...world, wait: async (_, because) => void waits.push(because) })
  expect(waits).toEqual(['before', 'limited'])
})

test('an answer that shows the token without the change makes nobody believe in it', async () => {
  for (const { action, asWanted } of [
    { action: { kind: 'disable' } as const, asWanted: { status: 'disabled' } },
    { action: { kind: 'expiry', expiresOn: END } as const, asWanted: { expiresOn: END } },
  ]) {
    const { world, stored } = serverOf(tokens, [])
    const update: typeof world.update = async (id, _, isShown) => {
      // The first one comes later than its answer.
      if (id === '1') stored.set(id, testToken(id, asWanted))
      if (!isShown(testToken(id))) throw new Failed('after')
      return testToken(id)
    }
    const outcomes = await run(action, tokens, { ...world, update })
    expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(['done', 'unknown', 'unknown', 'unknown'])
  }
})

test('an answer other than what was asked is told', async () => {
  const { world } = serverOf(tokens, [])
  const odd = { ...world, update: async (id: string) => testToken(id, { expiresOn: '2027-02-02T00:00:00Z' }) }
  const outcomes = await run({ kind: 'expiry', expiresOn: END }, tokens, odd)
  expect(outcomes.get('1')).toMatchObject({ kind: 'done', differs: [{ kind: 'time', part: 'expiry' }] })
})
