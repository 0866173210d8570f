import { expect, test } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useHeld } from './use-held.ts'

test('a value stays what it was while it is held, and is the latest right after', async () => {
  const { result, rerender } = await renderHook((props) => useHeld(props?.value, () => props?.isHeld ?? false), {
    initialProps: { value: 'first', isHeld: true },
  })
  expect(result.current).toBe('first')
  await rerender({ value: 'second', isHeld: true })
  expect(result.current).toBe('first')
  await rerender({ value: 'third', isHeld: false })
  expect(result.current).toBe('third')
  await rerender({ value: 'fourth', isHeld: true })
  expect(result.current).toBe('third')
})
