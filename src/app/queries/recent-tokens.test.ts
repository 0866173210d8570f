import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { fakeApi, refusal } from '#app/api/testing.ts'
import { recentTokens } from './recent-tokens.ts'
import { tokenQuery } from './tokens.ts'

const ACCOUNT = 'a'.repeat(32)
const FIRST = '1'.repeat(32)
const SECOND = '2'.repeat(32)

test('opened tokens come latest first, without those that were found gone', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  let answers: Record<string, unknown> = { [FIRST]: 200, [SECOND]: 200 }
  fakeApi(({ url }) => {
    const id = url.pathname.split('/').at(-1) ?? ''
    return answers[id] === 200 ? { success: true, result: { id } } : refusal(Number(answers[id]), 1000)
  })
  const client = new QueryClient()
  const open = async (id: string) => {
    vi.advanceTimersByTime(1000)
    await client.fetchQuery({ ...tokenQuery(ACCOUNT, id), retry: false }).catch(() => {})
  }
  const recent = () => recentTokens(client, ACCOUNT).map(({ id }) => id)
  await open(FIRST)
  await open(SECOND)
  expect(recent()).toEqual([SECOND, FIRST])
  answers = { [FIRST]: 500, [SECOND]: 404 }
  await open(FIRST)
  await open(SECOND)
  expect(recent()).toEqual([FIRST])
  vi.useRealTimers()
})
