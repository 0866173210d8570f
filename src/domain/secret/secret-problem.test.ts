import { expect, test } from 'vitest'
import { secretProblem } from './secret-problem.ts'

const SIGNS = 'aB3d'.repeat(12)

test.each([
  ['', /^Paste a token/],
  ['ed17574386854bf78a67040be0a770b0', /^This is an ID, not the secret/],
  ['ED17574386854BF78A67040BE0A770B0', /^This is an ID, not the secret/],
  ['f174e90a-fafe-4643-bbbc-4a0ed4fc8415', /^This is an ID, not the secret/],
  ['$CF_API_TOKEN', /^This is a placeholder/],
  ['YOUR_API_TOKEN', /^This is a placeholder/],
  ['${{secrets.X}}', /^This is a placeholder/],
  ['<API_TOKEN>', /^This is a placeholder/],
  ['cfat_XXXXXXXXXXXXXXXXXXXXXXXX', /^This is a placeholder/],
  ['two words', /no spaces/],
  ['cfat_ключ', /^Some characters/],
  [`cfat_${SIGNS}é`, /^Some characters/],
  [`cfut_${SIGNS}`, /^This is a user token/],
  [`cfk_${SIGNS}`, /^This is a Global API Key/],
  ['0123456789abcdef0123456789abcdef01234', /^This is a Global API Key/],
  [`cfoat_${SIGNS}`, /^This is an OAuth token/],
])('%s is refused before it is sent', (value, problem) => {
  expect(secretProblem(value)).toMatch(problem)
})

test.each([
  `cfat_${SIGNS}`,
  'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY',
  'DMzOohrzftAxu_XmskXLqQEEdX_KGbMJScVQqgma',
  'short',
  'abc',
  '0a'.repeat(20),
  'v1.0-abc+/=',
])('%s may be a token', (value) => {
  expect(secretProblem(value)).toBeNull()
})
