import type { Page } from '@playwright/test'
import { expect, test, type Sandbox } from './fixtures.ts'

const READ_ZONES = 'c8fed203ed3043cba015a93ad1616f1f'
const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'
const DNS_READ = '82e64a83756745bbbb1c9c2701bf816b'

/** A token with a policy for each group, on all zones; opened in the editor. */
async function edit(page: Page, { accountId, api }: Sandbox, groups: string[], effects: string[] = []) {
  const { id } = await api.create({
    name: 'Policies',
    policies: groups.map((group, index) => ({
      effect: effects[index] ?? 'allow',
      permission_groups: [{ id: group }],
      resources: { [`com.cloudflare.api.account.${accountId}`]: { 'com.cloudflare.api.account.zone.*': '*' } },
    })),
  })
  await page.goto(`/accounts/${accountId}/tokens/${id}/edit`)
  await expect(policy(page, 1)).toBeVisible()
  return id
}

const policy = (page: Page, number: number) => page.getByRole('region', { name: `Policy ${number}` })
const openButton = (page: Page, number: number) => page.getByRole('button', { name: `Edit policy ${number}` })
const doneButton = (page: Page, number: number) => page.getByRole('button', { name: `Done with policy ${number}` })
const handle = (page: Page, number: number) => page.getByRole('button', { name: `Reorder policy ${number}` })
/** What each policy allows or denies, by its place; the API answers in an order of its own. */
const sentences = async (page: Page) =>
  (await page.getByRole('region', { name: /^Policy \d/ }).allInnerTexts()).map(
    (text) => /(Zone Read|DNS Write|DNS Read)/.exec(text)?.[0],
  )

test('several stored policies open folded to their sentences, and each unfolds and folds again @core', async ({
  page,
  sandbox,
}) => {
  await edit(page, sandbox, [READ_ZONES, DNS_WRITE, DNS_READ], ['allow', 'deny'])
  await expect(page.getByRole('searchbox', { name: 'Search permission groups' })).toHaveCount(0)
  await expect(page.getByText('Deny DNS Write on all zones.').first()).toBeVisible()
  await openButton(page, 2).click()
  await expect(doneButton(page, 2)).toBeFocused()
  await expect(policy(page, 2).getByRole('searchbox', { name: 'Search permission groups' })).toBeVisible()
  await policy(page, 2).getByRole('checkbox', { name: 'Cache Purge (Zone)' }).check()
  await doneButton(page, 2).click()
  await expect(openButton(page, 2)).toBeFocused()
  await expect(policy(page, 2)).toContainText('Cache Purge on all zones')
  await page.getByRole('tab', { name: 'JSON' }).click()
  await page.getByRole('tab', { name: 'Form' }).click()
  await expect(policy(page, 2)).toContainText('Cache Purge on all zones')
})

test('an unfinished policy does not fold, and says what it needs', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await doneButton(page, 1).click()
  await expect(policy(page, 1).getByRole('alert')).toContainText('Choose at least one permission group.')
  await policy(page, 1).getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await doneButton(page, 1).click()
  await expect(openButton(page, 1)).toBeVisible()
  await page.getByRole('button', { name: 'Add policy' }).click()
  await expect(doneButton(page, 2)).toBeVisible()
})

test('a refused policy unfolds and takes the focus', async ({ page, sandbox }) => {
  await edit(page, sandbox, [READ_ZONES, DNS_WRITE])
  await sandbox.fail({
    method: 'PUT',
    path: '/tokens/*',
    status: 400,
    body: {
      success: false,
      result: null,
      messages: [],
      errors: [{ code: 1001, message: 'Not allowed', source: { pointer: '/policies/1/permission_groups' } }],
    },
  })
  await page.getByLabel('Token name').fill('Refused')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click()
  await expect(policy(page, 2).getByRole('alert')).toContainText('Not allowed')
  await expect(doneButton(page, 2)).toBeVisible()
  await expect(doneButton(page, 1)).toHaveCount(0)
  const hasFocus = () => policy(page, 2).evaluate((card) => card.contains(document.activeElement))
  await expect.poll(hasFocus).toBe(true)
})

test('policies are reordered by menu, by key and by pointer, and the new order is said and saved @core', async ({
  page,
  sandbox,
}) => {
  await edit(page, sandbox, [READ_ZONES, DNS_WRITE, DNS_READ])
  const [first, second, third] = await sentences(page)
  await page.getByRole('button', { name: 'More actions for policy 1' }).click()
  await expect(page.getByRole('menuitem', { name: 'Move up' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('menuitem', { name: 'Move down' }).click()
  await expect(page.getByText('Policy 1 is now policy 2 of 3.')).toBeAttached()
  expect(await sentences(page)).toEqual([second, first, third])

  await handle(page, 2).press('Alt+ArrowDown')
  await expect(handle(page, 3)).toBeFocused()
  expect(await sentences(page)).toEqual([second, third, first])
  await page.keyboard.press('Alt+ArrowDown')
  await expect(handle(page, 3)).toBeFocused()

  const [from, to] = [await handle(page, 3).boundingBox(), await handle(page, 1).boundingBox()]
  if (!from || !to) throw new Error('The handles are not in view.')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y, { steps: 4 })
  // The last move and the drop come together, before either is drawn.
  await handle(page, 3).evaluate((grip, at) => {
    for (const type of ['pointermove', 'pointerup'])
      grip.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: at.x + 8, clientY: at.y - 4 }))
  }, to)
  await page.mouse.up()
  await expect(page.getByText('Policy 3 is now policy 1 of 3.')).toBeAttached()
  expect(await sentences(page)).toEqual([first, second, third])
})

test('a policy that repeats another one says so and can be removed', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=dns`)
  await page.getByRole('radio', { name: 'All zones' }).check()
  await page.getByRole('button', { name: 'More actions for policy 1' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(policy(page, 2)).toContainText('Same as policy 1')
  await page.getByRole('button', { name: 'Remove policy 2' }).click()
  await expect(policy(page, 2)).toHaveCount(0)
  await expect(page.getByText('Same as policy 1')).toHaveCount(0)
})
