import { afterEach, beforeEach, vi } from 'vitest'
import { QueryClient } from '@tanstack/react-query'
import { inventoryQuery } from './inventory-cache.ts'
import { idleInventory, stopInventory } from './inventory-reader.ts'

export const id = (index: number) => index.toString(16).padStart(32, '0')

/** One page of an account with `total` tokens. */
export function page(number: number, total: number) {
  const start = (number - 1) * 50
  const result = Array.from({ length: Math.max(0, Math.min(50, total - start)) }, (_, index) => ({
    id: id(start + index),
  }))
  return { success: true, result, result_info: { total_count: total } }
}

let last = 0

/** A cache of its own for each test of a file, and timers that only the test moves on. */
export function eachWithOwnReader() {
  const reader = { account: '', queryClient: new QueryClient() }
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    // The readers are kept by account, and each test begins without one.
    last += 1
    Object.assign(reader, { account: id(last), queryClient: new QueryClient() })
  })
  afterEach(() => {
    stopInventory(reader.account)
    vi.useRealTimers()
  })
  const state = () => reader.queryClient.getQueryData(inventoryQuery(reader.account).queryKey) ?? idleInventory
  return { reader, state, ids: () => state().inventory.tokens.map((token) => token.id) }
}
