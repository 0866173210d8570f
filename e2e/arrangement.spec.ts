import { boxesOf } from './boxes.ts'
import { expect, test } from './fixtures.ts'
import { open, part } from './overview.ts'

test('the few parts of an overview without tokens share one row', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await open(page, sandbox)
  const [needs, quota, credential] = await boxesOf(
    page,
    part(page, 'Needs you today'),
    part(page, 'Quota'),
    part(page, 'Token Desk’s credential'),
  )
  expect(quota.y).toBe(needs.y)
  expect(credential.y).toBe(needs.y)
})
