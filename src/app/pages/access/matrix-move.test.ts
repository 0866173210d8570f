import { expect, test } from 'vitest'
import { moveInGrid } from './matrix-move.ts'

const SIZE = { rows: 100, columns: 10, page: 8 }
const press = (key: string, keys: object = {}) =>
  moveInGrid(
    { row: 50, column: 5 },
    { key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...keys },
    SIZE,
  )

test.each([
  ['ArrowUp', {}, [49, 5]],
  ['ArrowDown', {}, [51, 5]],
  ['ArrowLeft', {}, [50, 4]],
  ['ArrowRight', {}, [50, 6]],
  ['Home', {}, [50, 0]],
  ['End', {}, [50, 9]],
  ['PageUp', {}, [42, 5]],
  ['PageDown', {}, [58, 5]],
  ['Home', { ctrlKey: true }, [0, 0]],
  ['End', { ctrlKey: true }, [99, 9]],
])('%s moves the way it does in any grid', (key, keys, [row, column]) => {
  expect(press(key, keys)).toEqual({ row, column })
})

test('stops at the edges', () => {
  const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }
  expect(moveInGrid({ row: 0, column: 0 }, { key: 'ArrowUp', ...plain }, SIZE)).toEqual({ row: 0, column: 0 })
  expect(moveInGrid({ row: 97, column: 9 }, { key: 'PageDown', ...plain }, SIZE)).toEqual({ row: 99, column: 9 })
})

test('leaves other keys, and those of the browser, alone', () => {
  expect(press('Enter')).toBeNull()
  expect(press('ArrowLeft', { altKey: true })).toBeNull()
  expect(press('ArrowDown', { ctrlKey: true })).toBeNull()
})
