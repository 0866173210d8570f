import { expect, test } from 'vitest'
import { fakeApi } from './testing.ts'
import { ApiFailure } from './errors.ts'
import { listPermissionGroups } from './permission-groups.ts'

const account = '023e105f4ecef8ad9ca31a8372d0c353'

test.each([[[]], [[{ name: 'no ID' }]]])(
  'the catalogue %j is an odd answer: every account has groups',
  async (result) => {
    fakeApi(() => ({ success: true, result }))
    const read = listPermissionGroups(account, {})
    await expect(read).rejects.toBeInstanceOf(ApiFailure)
    await expect(read).rejects.toMatchObject({ kind: 'odd-answer' })
    await expect(listPermissionGroups(account, { name: '' })).rejects.toMatchObject({ kind: 'odd-answer' })
  },
)

test.each([{ name: 'New Thing' }, { scope: 'com.cloudflare.api.account' }])('%j may leave no group', async (filter) => {
  fakeApi(() => ({ success: true, result: [] }))
  expect(await listPermissionGroups(account, filter)).toEqual([])
})
