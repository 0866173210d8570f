import { drawn } from './boxes.ts'
import { expect, freshTest, plainToken, returnToTab, test } from './fixtures.ts'
import { open, part } from './overview.ts'

const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'

test('of tokens that are not all read, every part says of how many it is @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 600 })
  await sandbox.hold({ method: 'GET', path: '/tokens', nth: 7 })
  await open(page, sandbox)
  const stop = page.getByRole('button', { name: 'Stop' })
  await expect(page.getByText(/^\d+ of \d+ API tokens read so far\.$/)).toBeVisible()
  await stop.click()
  await expect(page.getByText(/^Stopped at \d+ of \d+ tokens$/)).toBeVisible()
  for (const name of ['Needs you today', 'Reach', 'Expiry', 'Last used', 'Changed in the last 7 days'])
    await expect(part(page, name).getByText(/^of \d+ read so far$/)).toBeVisible()
  await expect(part(page, 'Quota')).toContainText(/\d{3} of 500/)
})

freshTest('while tokens are judged again, the sentence about the quota stays one', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 600 })
  await sandbox.hold({ method: 'GET', path: '/tokens', nth: 11 })
  await page.addInitScript(() => {
    globalThis.sentences = new Set()
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('section p'))
        if (textContent.includes('disabled long ago')) globalThis.sentences.add(textContent)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await open(page, sandbox)
  const quota = part(page, 'Quota')
  await expect(quota.getByText(/disabled long ago, of \d+ read so far\. Clean up$/)).toBeVisible()
  await sandbox.release()
  await expect(quota.getByText(/disabled long ago\. Clean up$/)).toBeVisible()
  const all = await page.evaluate(() => [...globalThis.sentences])
  const form = /^\d+ tokens? expired or w\w+ disabled long ago(, (of \d+ read )?so far)?\. Clean up$/
  expect(all.filter((sentence) => !form.test(sentence))).toEqual([])
})

test('findings are not called whole while the lists that they are judged by are on their way', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0, zones: 12 })
  // Over many zones it is urgent, and how many there are is not known before the list.
  const { policies, name } = plainToken(sandbox.accountId, 'all zones')
  await sandbox.api.create({ name, policies: [{ ...policies[0], permission_groups: [{ id: DNS_WRITE }] }] })
  await sandbox.hold({ method: 'GET', path: '/zones' })
  await open(page, sandbox)
  const needs = part(page, 'Needs you today')
  await expect(needs).toContainText('1 token to fix soon')
  await expect(needs.getByText('Checking…')).toBeVisible()
  await sandbox.release()
  await expect(needs.getByText('Checking…')).toHaveCount(0)
  await expect(needs.getByRole('link', { name: '2 tokens', exact: true })).toBeVisible()
})

test('what over many zones is urgent is not called calm where zones can’t be counted', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0, ownPermissions: 'read', canListZones: false })
  const token = { ...plainToken(sandbox.accountId, 'all zones'), id: 'a'.repeat(32) }
  await sandbox.store(token.id, { ...token, status: 'disabled' })
  await open(page, sandbox)
  const needs = part(page, 'Needs you today')
  await expect(needs.getByText('Nothing needs you today.')).toBeVisible()
  const policies = [{ ...token.policies[0], permission_groups: [{ id: DNS_WRITE }] }]
  await sandbox.store(token.id, { ...token, status: 'active', policies })
  await page.reload()
  await expect(needs.getByText('Nothing that needs you today so far.')).toBeVisible()
  await needs.getByRole('link', { name: 'All findings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing that needs you today so far' })).toBeVisible()
  await expect(page.getByText('The number of zones is not known.')).toBeVisible()
})

test('a list that is refused does not put the findings in doubt each time it is asked for', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0, canListZones: false })
  await open(page, sandbox)
  await expect(page.getByText('1 API token, active.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Missing permissions' })).toHaveText(
    'Add Zone Read to see names of zones.',
  )
  const needs = part(page, 'Needs you today')
  await expect(needs.getByRole('link', { name: '1 token', exact: true })).toBeVisible()
  await expect(needs.getByText('Checking…')).toHaveCount(0)
  const asked = async () => (await sandbox.requests()).filter(({ path }) => path === '/zones').length
  const before = await asked()
  await sandbox.hold({ method: 'GET', path: '/zones' })
  await returnToTab(page)
  await expect.poll(asked).toBeGreaterThan(before)
  await drawn(page)
  await expect(needs.getByText('Checking…')).toHaveCount(0)
})

declare global {
  var sentences: Set<string>
}
