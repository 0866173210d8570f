import { expect, test } from 'vitest'
import { titleOf } from './title-of.ts'

test.each([
  ['ci-deploy', 'ci-deploy'],
  ['', 'Unnamed token'],
  ['  ', 'Unnamed token'],
  ['safe\u202Egnp', 'safeU+202Egnp'],
  ['a\u200Bb\n', 'aU+200BbU+000A'],
  [`cfat_${'aB3'.repeat(13)}${'0a'.repeat(4)}1`, 'Token'],
  [`prod ${'aB3dE5gH'.repeat(5)}`, 'Token'],
])('the title of %j is %j', (name, title) => {
  expect(titleOf(name)).toBe(title)
})
