import { expect, test } from 'vitest'
import { fakeApi } from './testing.ts'
import { getToken } from './tokens.ts'

const ID = 'ed17574386854bf78a67040be0a770b0'

test.each([null, {}, [], 'text', { id: 7 }, { id: '' }, { id: '0'.repeat(32), name: 'Another' }])(
  'an answer that is no token, or another one, is a failure and no empty token: %j',
  async (result) => {
    fakeApi(() => ({ success: true, result }))
    await expect(getToken('a'.repeat(32), ID)).rejects.toMatchObject({ kind: 'odd-answer', status: 502 })
  },
)

test('a secret that comes with a token where none belongs is not kept', async () => {
  fakeApi(() => ({ success: true, result: { id: ID, name: 'Deploy bot', value: 'a-secret-of-a-token' } }))
  expect(JSON.stringify(await getToken('a'.repeat(32), ID))).not.toContain('a-secret')
})
