import { expect, test } from 'vitest'
import { listOf } from './read.ts'

test.each([[undefined], [null], [{}], ['text'], [7], [{ groups: [] }]])(
  '%j is no list, and not an empty one',
  (result) => {
    expect(() => listOf({ result, resultInfo: {} })).toThrow(expect.objectContaining({ kind: 'odd-answer' }))
  },
)

test('a list is itself', () => {
  expect(listOf({ result: [null, 1], resultInfo: {} })).toEqual([null, 1])
})
