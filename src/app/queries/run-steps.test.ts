import { unstable_NormalPriority as NormalPriority, unstable_scheduleCallback as scheduleCallback } from 'scheduler'
import { expect, test, vi } from 'vitest'
import { runSteps } from './run-steps.ts'

vi.mock('scheduler', { spy: true })

/** Work that takes so many ms, in steps of one. */
function* work(ms: number, done: { steps: number } = { steps: 0 }) {
  for (; done.steps < ms; done.steps += 1) {
    const start = performance.now()
    while (performance.now() - start < 1);
    yield
  }
  return 'result'
}

test('long work lets other tasks run between its steps', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1))
  expect(await runSteps(work(60), new AbortController().signal)).toBe('result')
  clearInterval(timer)
  expect(turns).toBeGreaterThan(2)
})

test('short work is done in one task', async () => {
  // With a stopped clock no work takes long.
  vi.useFakeTimers({ toFake: ['performance'] })
  function* short() {
    yield* Array.from({ length: 50 })
    return 'result'
  }
  vi.mocked(scheduleCallback).mockClear()
  expect(await runSteps(short(), new AbortController().signal)).toBe('result')
  expect(scheduleCallback).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})

test('work begins in a task of its own, apart from the render that asked for it', async () => {
  const done = { steps: 0 }
  const end = runSteps(work(1, done), new AbortController().signal)
  await Promise.resolve()
  expect(done.steps).toBe(0)
  await end
  expect(done.steps).toBe(1)
})

test('what React has to render comes first', async () => {
  const done = { steps: 0 }
  const end = runSteps(work(1, done), new AbortController().signal)
  // React asks for its renders like this.
  const stepsBefore = await new Promise((resolve) => {
    scheduleCallback(NormalPriority, () => resolve(done.steps))
  })
  expect(stepsBefore).toBe(0)
  await end
})

test('work that is no longer wanted stops', async () => {
  const wanted = new AbortController()
  const done = { steps: 0 }
  const end = runSteps(work(500, done), wanted.signal)
  wanted.abort()
  await expect(end).rejects.toThrow('abort')
  expect(done.steps).toBeLessThan(100)
})
