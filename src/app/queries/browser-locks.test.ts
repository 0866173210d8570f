import { afterEach, expect, test, vi } from 'vitest'
import { unlessBusy } from './browser-locks.ts'

type Request = (name: string, options: unknown, then: (lock: object | null) => unknown) => Promise<unknown>

const browserWith = (request?: Request) => vi.stubGlobal('navigator', { locks: request && { request } })
const work = vi.fn(async () => 'result')

afterEach(() => {
  vi.unstubAllGlobals()
  work.mockClear()
})

test('work that has the lock is done, and its result given', async () => {
  browserWith(async (_, __, then) => then({}))
  expect(await unlessBusy('a', work)).toEqual({ isBusy: false, result: 'result' })
})

test('where other work has the lock, nothing is done', async () => {
  browserWith(async (_, __, then) => then(null))
  expect(await unlessBusy('a', work)).toEqual({ isBusy: true })
  expect(work).not.toHaveBeenCalled()
})

test('a browser without locks, or one that refuses them, does the work once', async () => {
  browserWith()
  expect(await unlessBusy('a', work)).toEqual({ isBusy: false, result: 'result' })
  browserWith(() => Promise.reject(new DOMException('denied', 'SecurityError')))
  expect(await unlessBusy('a', work)).toEqual({ isBusy: false, result: 'result' })
  expect(work).toHaveBeenCalledTimes(2)
})

test('what fails in the work fails, and is not done again', async () => {
  browserWith(async (_, __, then) => then({}))
  work.mockRejectedValueOnce(new Error('of the work'))
  await expect(unlessBusy('a', work)).rejects.toThrow('of the work')
  expect(work).toHaveBeenCalledTimes(1)
})
