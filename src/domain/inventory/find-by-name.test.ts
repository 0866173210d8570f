import { expect, test } from 'vitest'
import { findByName } from './find-by-name.ts'
import { testToken } from './testing.ts'

const tokens = ['old deploy', 'Deploy production', 'deploy staging', 'billing'].map((name, index) =>
  testToken(String(index).repeat(32), { name }),
)
const names = (query: string, most = 20) => findByName(tokens, query, most).map(({ name }) => name)

test('names that begin with what was typed come first, the others in their order', () => {
  expect(names('deploy')).toEqual(['Deploy production', 'deploy staging', 'old deploy'])
})

test('every word has to be there, in any order, in the name or at the beginning of the id', () => {
  expect(names('prod dep')).toEqual(['Deploy production'])
  expect(names('3333')).toEqual(['billing'])
  expect(names('deploy nothing')).toEqual([])
  expect(names('deploy-staging')).toEqual(['deploy staging'])
  expect(names('-')).toEqual([])
})

test('no more than asked for', () => {
  expect(names('deploy', 2)).toHaveLength(2)
})
