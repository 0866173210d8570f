import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { fakeApi, refusal } from '#app/api/testing.ts'
import { recentTokens, rememberOpened } from './recent-tokens.ts'
import { tokenQuery } from './tokens.ts'

const ACCOUNT = 'a'.repeat(32)
const FIRST = '1'.repeat(32)
const SECOND = '2'.repeat(32)
const THIRD = '3'.repeat(32)

test('opened tokens come latest first, without those that were only loaded or found gone', async () => {
  let answers: Record<string, unknown> = { [FIRST]: 200, [SECOND]: 200, [THIRD]: 200 }
  fakeApi(({ url }) => {
    const id = url.pathname.split('/').at(-1) ?? ''
    return answers[id] === 200 ? { success: true, result: { id } } : refusal(Number(answers[id]), 1003)
  })
  const client = new QueryClient()
  const load = (id: string) => client.fetchQuery({ ...tokenQuery(ACCOUNT, id), retry: false }).catch(() => {})
  const open = async (id: string) => {
    rememberOpened(client, ACCOUNT, id)
    await load(id)
  }
  const recent = () => recentTokens(client, ACCOUNT).map(({ id }) => id)
  await open(FIRST)
  await open(SECOND)
  await load(THIRD)
  expect(recent()).toEqual([SECOND, FIRST])
  answers = { [FIRST]: 500, [SECOND]: 404 }
  await open(FIRST)
  await open(SECOND)
  expect(recent()).toEqual([FIRST])
})
