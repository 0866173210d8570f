import type { Page } from '@playwright/test'
import { boxesOf, drawn } from './boxes.ts'
import { expect, freshTest, plainToken, returnToTab, test } from './fixtures.ts'

const tile = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })

/** That the groups of every template fit its resources: `src/domain/operations/templates.test.ts`. */
freshTest('a template opens ready to complete, and the arrow keys go round them', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const gallery = page.getByRole('group', { name: 'Template' })
  const tiles = gallery.getByRole('radio')
  await expect(tile(page, 'Blank')).toBeChecked()
  await expect(tiles).toHaveCount(7)
  await page.getByRole('button', { name: /^More templates/ }).press('Enter')
  await expect(tiles).toHaveCount(34)
  await expect(tile(page, 'external-dns')).toBeFocused()
  const move = async (key: string, number: number) => {
    await page.keyboard.press(key)
    await expect(tiles.nth(number)).toBeChecked()
    await expect(tiles.nth(number)).toBeFocused()
  }
  await tile(page, 'Blank').focus()
  await move('ArrowLeft', 33)
  await move('ArrowRight', 0)
  for (let number = 1; number <= 8; number += 1) {
    await move('ArrowRight', number)
    await expect(page).toHaveURL(/template=/)
    await expect(page.getByRole('heading', { name: 'Policy 1' })).toBeVisible()
    await expect(page.getByLabel('Token name')).toHaveAttribute('placeholder', /^For example, \S/)
    await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Allow')
    await expect(page.getByText(/apply to these resources|Not in this account/)).toHaveCount(0)
  }
  await tile(page, 'Create additional tokens').click()
  await expect(page).toHaveURL(/template=tokens/)
  await expect(page.getByRole('list', { name: 'Before you create it' }).getByText('Can create tokens')).toBeVisible()
  // One start takes the place of another: the way back leads out of the editor.
  expect(await page.evaluate(() => history.length)).toBe(2)
})

test('all templates unfold by topic, and fold again', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const gallery = page.getByRole('group', { name: 'Template' })
  const more = page.getByRole('button', { name: 'More templates 27 for tools and purposes' })
  await more.click()
  await expect(gallery.getByRole('heading', { level: 3 })).toHaveText([
    'DNS',
    'Certificates',
    'Workers and Pages',
    'Traffic, cache and logs',
    'R2 storage',
    'Whole account',
  ])
  await gallery.getByRole('group', { name: 'Certificates' }).getByRole('radio', { name: 'Caddy' }).check()
  await expect(page).toHaveURL(/template=caddy/)
  await expect(tile(page, 'Certbot')).toBeVisible()
  await page.getByRole('button', { name: 'Show fewer' }).click()
  await expect(more).toBeFocused()
  await expect(gallery.getByRole('radio')).toHaveCount(7)
  await expect(tile(page, 'Caddy')).toBeChecked()
})

test('a recipe says what the tool needs and who says so', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=external-dns`)
  const start = page.getByRole('region', { name: 'Start with' })
  await expect(start.getByRole('radio')).toHaveCount(7)
  await expect(tile(page, 'external-dns')).toBeChecked()
  const line = start.getByRole('paragraph').filter({ hasText: 'What it needs' })
  await expect(line).toContainText('What it needs: DNS Write, Zone Read. Start it with --zone-id-filter')
  await expect(line).toContainText('27 Nov 2026')
  await expect(line.getByRole('link', { name: /external-dns’ Cloudflare tutorial/ })).toHaveAttribute('href', /^https:/)
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('DNS Write, Zone Read')
  await tile(page, 'Read billing').click()
  await expect(line).toHaveCount(0)
})

test('a name that is typed moves to the template chosen then; anything more is asked about', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('link', { name: 'Create token' }).click()
  const name = page.getByLabel('Token name')
  await expect(name).toBeFocused()
  await page.keyboard.type('ci deploy')
  await tile(page, 'Read billing').click()
  await expect(page).toHaveURL(/template=billing/)
  await expect(name).toHaveValue('ci deploy')
  await expect(page.getByText('Draft restored')).toHaveCount(0)

  await page.getByRole('radio', { name: 'Never' }).check()
  await tile(page, 'Edit zone DNS').click()
  const question = page.getByRole('dialog', { name: 'Replace what you entered?' })
  await expect(question).toHaveAccessibleDescription(
    'Keep the draft to continue later in this browser tab: choose the same start again.',
  )
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(tile(page, 'Read billing')).toBeChecked()
  await expect(name).toHaveValue('ci deploy')
  await tile(page, 'Edit zone DNS').click()
  await question.getByRole('button', { name: 'Keep draft' }).click()
  await expect(tile(page, 'Edit zone DNS')).toBeChecked()
  await expect(name).toHaveValue('')
  await tile(page, 'Read billing').click()
  await expect(page.getByText('Draft restored')).toBeVisible()
  await expect(name).toHaveValue('ci deploy')
})

test('a name left empty is asked for when the token is created, not before', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=billing`)
  const name = page.getByLabel('Token name')
  await expect(name).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(name).not.toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(name).toBeFocused()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
})

test('a press that leaves an invalid name reaches what is pressed', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 1280, height: 2400 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=billing`)
  const name = page.getByLabel('Token name')
  await name.fill('x'.repeat(121))
  const [{ x, y, width }] = await boxesOf(page, page.getByRole('button', { name: 'Add policy' }))
  await page.mouse.move(x + width / 2, y + 2)
  await page.mouse.down()
  await drawn(page)
  await page.mouse.up()
  await expect(page.getByRole('heading', { name: 'Policy 2' })).toBeVisible()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
})

test('an R2 preset becomes a token for the chosen bucket @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=r2-object-read`)
  await page.getByLabel('Token name').fill('Scoped')
  const bucket = page
    .getByRole('group', { name: /^R2 buckets/ })
    .getByRole('checkbox')
    .first()
  await bucket.check()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
})

test('another token is a start as well, without the ids of its policies', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'The model'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('button', { name: 'Copy a token' }).click()
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('the mod')
  await expect(page.getByRole('button', { name: 'The model' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`from=${id}`))
  await expect(page.getByLabel('Token name')).toHaveValue('The model (copy)')
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(page.getByRole('textbox', { name: 'Request body as JSON' })).not.toHaveText(/"policies": \[\s*\{\s*"id"/)
})

test('a copy is told in one line, and another start takes its place', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'The model'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?from=${id}`)
  const name = page.getByLabel('Token name')
  await expect(name).toHaveValue(/The model/)
  await expect(page.getByText('Copied from The model')).toBeVisible()
  await expect(tile(page, 'Blank')).toHaveCount(0)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(tile(page, 'Blank')).toBeFocused()
  await tile(page, 'Read billing').click()
  await expect(page).toHaveURL(/new\?template=[a-z-]+$/)
  await expect(name).toHaveValue('')
  await tile(page, 'Blank').click()
  await expect(page).toHaveURL(/new$/)
})

test('what is pasted at the start becomes the form', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('button', { name: 'Paste JSON' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a token' })
  await expect(dialog.getByLabel('Paste here')).toBeFocused()
  await dialog.getByLabel('Paste here').fill(JSON.stringify(plainToken(sandbox.accountId, 'Pasted')))
  await dialog.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('Pasted')
  await expect(page.getByText('Imported token', { exact: true })).toBeVisible()

  // Nothing would lead back to a draft of it.
  await page.getByRole('radio', { name: '30 days' }).check()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await tile(page, 'Read billing').click()
  const question = page.getByRole('dialog', { name: 'Replace what you entered?' })
  await expect(question).toHaveAccessibleDescription('What you entered can’t be kept as a draft.')
  await expect(question.getByRole('button', { name: 'Keep draft' })).toHaveCount(0)
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('Pasted')
})

test('where the editor asks before another start, staying leaves the focus where it was', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'The model'))
  await sandbox.api.create(plainToken(sandbox.accountId, 'The other'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?from=${id}`)
  await page.getByRole('radio', { name: '30 days' }).check()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  const question = page.getByRole('dialog', { name: 'Replace what you entered?' })
  await tile(page, 'Read billing').click()
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tile(page, 'Read billing')).toBeFocused()

  await page.getByRole('button', { name: 'Copy a token' }).click()
  await page.getByRole('dialog', { name: 'Copy a token' }).getByRole('button', { name: 'The other' }).click()
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Copy a token' })).toBeFocused()
  await expect(page.getByRole('radio', { name: '30 days' })).toBeChecked()
})

freshTest('a page without a secure context imports, too', async ({ page, sandbox }) => {
  // Such a page has no `randomUUID`.
  await page.addInitScript(() => Object.defineProperty(crypto, 'randomUUID', { value: undefined }))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('button', { name: 'Paste JSON' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a token' })
  await dialog.getByLabel('Paste here').fill(JSON.stringify(plainToken(sandbox.accountId, 'Pasted')))
  await dialog.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('Pasted')
})

test('a form whose permission groups are refused stays when they are asked for again', async ({ page, sandbox }) => {
  const path = '/tokens/permission_groups'
  await sandbox.fail({ method: 'GET', path, status: 403, times: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=dns`)
  const name = page.getByLabel('Token name')
  await name.fill('Typed')
  await expect(
    page
      .getByRole('alert')
      .or(page.getByText(/permission groups/i))
      .first(),
  ).toBeVisible()
  const asked = async () => (await sandbox.requests()).filter((one) => one.path === path).length
  const before = await asked()
  await sandbox.hold({ method: 'GET', path })
  await returnToTab(page)
  await expect.poll(asked).toBeGreaterThan(before)
  await drawn(page)
  await expect(name).toHaveValue('Typed')
  await expect(name).toBeFocused()
})
