import { expect, test } from './fixtures.ts'
import { copiedJson, pasteJson } from './json-editor.ts'

test('the picker works by keyboard alone and says what it does @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const picker = page.getByRole('group', { name: 'Permission groups' })
  const search = picker.getByRole('searchbox', { name: 'Search permission groups' })
  await expect(picker.getByRole('status')).toHaveText(/^\d+ of 348 permission groups$/)
  await search.focus()
  await page.keyboard.type('workers scripts edit')
  await expect(picker.getByRole('status')).toHaveText(/^1 of 348 permission groups/)
  const write = picker.getByRole('checkbox', { name: 'Workers Scripts Write (Account)' })
  await page.keyboard.press('ArrowDown')
  await expect(write).toBeFocused()
  await page.keyboard.press('Space')
  await expect(write).toBeChecked()
  await expect(picker.getByText('Write includes Read')).toBeVisible()

  await search.focus()
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await expect(picker.getByRole('status')).toHaveText(/^\d{3} of 348 permission groups/)
  await expect(page.getByRole('heading', { name: 'Create token' })).toBeVisible()

  await page.keyboard.press('ArrowDown')
  const allRead = picker.getByRole('checkbox', { name: /^All Read in Account and billing \(\d+\)$/ })
  await expect(allRead).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(picker.getByRole('checkbox', { name: /^All Write in Account and billing/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(picker.getByRole('checkbox', { name: 'Account API Tokens Write (Account)' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(picker.getByRole('checkbox', { name: 'Account API Tokens Read (Account)' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(allRead).toHaveJSProperty('indeterminate', true)
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await expect(allRead).toBeChecked()
  const count = /\((\d+)\)/.exec(
    (await allRead.getAttribute('aria-label')) ??
      (await picker.getByText(/^All Read in Account and billing/).innerText()),
  )?.[1]
  await expect(page.getByText(`${Number(count) + 1} selected`)).toBeVisible()
  await page.keyboard.press('End')
  await expect(picker.getByRole('checkbox', { checked: false }).last()).toBeFocused()

  // The list is one stop of the Tab key: behind it comes the next control of the form.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Add policy' })).toBeFocused()
})

test('the filters of the picker narrow by scope, level and selection @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const picker = page.getByRole('group', { name: 'Permission groups' })
  await picker.getByLabel('Scope').selectOption('All scopes')
  await picker.getByRole('searchbox').fill('logs')
  await expect(picker.getByRole('checkbox', { name: 'Logs Read (Zone)', exact: true })).toBeVisible()
  await expect(picker.getByRole('checkbox', { name: 'Logs Read (Account)', exact: true })).toBeVisible()
  await picker.getByLabel('Level').selectOption('Write')
  await expect(picker.getByRole('checkbox', { name: 'Logs Read (Zone)', exact: true })).toHaveCount(0)
  await expect(picker.getByRole('checkbox', { name: 'Logs Write (Zone)', exact: true })).toBeVisible()
  await picker.getByRole('checkbox', { name: 'Logs Write (Account)', exact: true }).check()
  await picker.getByRole('checkbox', { name: 'Selected only' }).check()
  await expect(picker.getByRole('status')).toHaveText('1 of 348 permission groups')
})

test('a catalogue of a thousand groups is searched and chosen from alike', async ({ page, sandbox }) => {
  await sandbox.scenario({ permissionGroups: 1000 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const picker = page.getByRole('group', { name: 'Permission groups' })
  await picker.getByLabel('Scope').selectOption('All scopes')
  await expect(picker.getByRole('status')).toHaveText('1,000 of 1,000 permission groups')
  await picker.getByRole('searchbox').fill('billing read')
  await picker.getByRole('checkbox', { name: 'Billing Read (Account)', exact: true }).check()
  await expect(page.getByText('1 selected')).toBeVisible()

  // All are there to be reached: by a key, and by what searches in the page or reads it aloud.
  await picker.getByRole('searchbox').fill('')
  await expect(picker.getByRole('status')).toHaveText('1,000 of 1,000 permission groups')
  const boxes = picker.getByRole('checkbox', { name: / \([A-Z]/ })
  await expect(boxes).toHaveCount(1000)
  const last = picker.getByRole('checkbox', { disabled: false }).last()
  await expect(last).not.toBeInViewport()
  await picker.getByRole('searchbox').press('ArrowDown')
  await page.keyboard.press('End')
  await expect(last).toBeFocused()
  await expect(last).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(picker.getByRole('checkbox', { name: /^All Read in/ }).first()).toBeFocused()
})

test('zones from a pasted list: what matched, what did not, and more than one page of them @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ zones: 120 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=dns`)
  await page.getByLabel('Token name').fill('Scoped')
  const zones = page.getByRole('group', { name: /^Zones/ })
  const input = zones.getByRole('textbox', { name: 'Add zones' })
  await expect(input).toHaveAttribute('placeholder', 'Search 120 zones, or paste a list')
  const names = await zones.getByRole('list', { name: 'Zones', exact: true }).getByRole('listitem').allInnerTexts()
  await input.focus()
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    `https://${names[3]}/path\n${names[119]}\nnot-ours.example\n`,
  )
  await page.keyboard.press('ControlOrMeta+V')
  await expect(zones.getByRole('status')).toHaveText('Added 2. Not found: not-ours.example')
  await expect(zones.getByText('2 of 120 zones.')).toBeVisible()
  await expect(zones.getByRole('list', { name: 'Selected zones' })).toContainText(names[119] ?? '')
  await expect(input).toHaveValue('not-ours.example')

  // What was typed and not added cannot get lost in saving.
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(input).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await input.fill('')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
})

test('a zone that is gone is shown as unknown, and kept', async ({ page, sandbox }) => {
  const gone = 'b'.repeat(32)
  const { id } = await sandbox.api.create({
    name: 'Outlived its zone',
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: '82e64a83756745bbbb1c9c2701bf816b' }],
        resources: { [`com.cloudflare.api.account.zone.${gone}`]: '*' },
      },
    ],
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await expect(page.getByRole('list', { name: 'Selected zones' })).toHaveText(`${gone} unknown zone`)
  await page.getByLabel('Token name').fill('Still on its zone')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Still on its zone' })).toBeVisible()
  expect(JSON.stringify(await sandbox.api.get(`/tokens/${id}`))).toContain(gone)
})

test('the summary says nothing of an empty form, then what is missing, the counts and the risks @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const summary = page.getByRole('region', { name: 'Summary' })
  await expect(summary).toHaveText(/^Summary\s*Choose permission groups to see what the token can do\.$/)
  await page.getByRole('radio', { name: 'Specific zones' }).check()
  await page.getByRole('checkbox', { name: 'DNS Read (Zone)', exact: true }).check()
  await expect(summary).toContainText('Policy 1 needs resources.')
  await page.getByRole('radio', { name: 'All zones' }).check()
  await expect(summary).not.toContainText('needs')
  await expect(summary).toContainText('1 read permission')
  const before = page.getByRole('heading', { name: 'Before you create it' })
  await expect(before).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'DNS Write (Zone)', exact: true }).check()
  await expect(summary).toContainText('1 read, 1 write permission')
  await expect(before).toBeVisible()
  const warnings = page.getByRole('list', { name: 'Before you create it' })
  await expect(warnings.getByText('Changes all zones')).toBeVisible()
  await expect(warnings.getByText('Read beside its write')).toBeVisible()
  await page.getByRole('radio', { name: 'Never' }).check()
  await expect(warnings.getByText('No address limit and no end')).toBeVisible()

  // Each leads to the field that ends it, and goes away there.
  const endless = warnings.getByRole('listitem').filter({ has: page.getByText('Never expires', { exact: true }) })
  await endless.getByRole('button', { name: 'Go to the expiration' }).press('Enter')
  await expect(page.getByRole('radio', { name: 'Never' })).toBeFocused()
  await page.getByRole('radio', { name: '90 days' }).check()
  await expect(endless).toHaveCount(0)
  await page.getByRole('radio', { name: 'Never' }).check()
  const open = warnings.getByRole('listitem').filter({ hasText: 'No address limit and no end' })
  await open.getByRole('button', { name: 'Go to the IP limit' }).click()
  await expect(page.getByRole('textbox', { name: 'Client IP addresses' })).toBeFocused()
  await page.keyboard.type('8.8.8.8')
  await page.keyboard.press('Enter')
  await expect(open).toHaveCount(0)
  await warnings
    .getByRole('listitem')
    .filter({ hasText: 'Changes all zones' })
    .getByRole('button', { name: 'Go to policy 1' })
    .click()
  await expect(page.getByRole('button', { name: /policy 1/i }).and(page.locator(':focus'))).toBeVisible()
  await page.getByRole('radio', { name: 'This account' }).check()
  await expect(page.getByText('Policy 1 has permissions that don’t apply to its resources.')).toBeVisible()

  const body = page.getByRole('region', { name: 'Request body' })
  await expect(body).toHaveCount(0)
  await page.getByText('Request body').click()
  await expect(body).toContainText('"effect": "allow"')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('"permission_groups"')
})

test('warnings follow the JSON as it is typed, and lead back into it', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('radio', { name: 'All zones' }).check()
  await page.getByRole('checkbox', { name: 'DNS Read (Zone)', exact: true }).check()
  await page.getByRole('radio', { name: 'Never' }).check()
  await page.getByRole('tab', { name: 'JSON' }).click()
  const editor = page.getByRole('textbox', { name: 'Request body as JSON' })
  await expect(editor).toBeVisible()
  const endless = page.getByRole('listitem').filter({ has: page.getByText('Never expires', { exact: true }) })
  await endless.getByRole('button', { name: 'Go to the JSON' }).press('Enter')
  await expect(editor).toBeFocused()
  const body = JSON.parse(await copiedJson(page)) as Record<string, unknown>
  await pasteJson(page, JSON.stringify({ ...body, expires_on: '2099-01-01T00:00:00Z' }))
  await expect(endless).toHaveCount(0)
  const tooLong = page.getByRole('listitem').filter({ has: page.getByText('Lives too long', { exact: true }) })
  await expect(tooLong).toBeVisible()
})
