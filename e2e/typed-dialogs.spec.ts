import type { Page } from '@playwright/test'
import { expect, freshTest as test, plainToken } from './fixtures.ts'
import { returnADayLater, SIGNED_OUT, signedOut } from './signed-out.ts'

const DIALOGS = [
  {
    name: 'the import',
    path: '/tokens',
    field: 'Paste here',
    open: async (page: Page) => {
      await page.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: 'Import a token…' }).click()
    },
  },
  {
    name: 'an IP limit of many',
    path: '/tokens',
    field: 'Client IP addresses',
    open: async (page: Page) => {
      await page.getByRole('checkbox', { name: 'Select Kept' }).check()
      await page.getByRole('group', { name: 'Selection' }).getByRole('button', { name: 'Set IP limit…' }).click()
    },
  },
  {
    name: 'a reason to suppress',
    path: '/findings?rule=D2',
    field: 'Reason',
    open: async (page: Page) =>
      page
        .getByRole('button', { name: /^Suppress “/ })
        .first()
        .click(),
  },
]

for (const { name, path, field, open } of DIALOGS) {
  test(`what is typed in ${name} stays when the session ends by itself`, async ({ page, sandbox }) => {
    await sandbox.api.create(plainToken(sandbox.accountId, 'Kept'))
    await page.clock.install()
    await page.goto(`/accounts/${sandbox.accountId}${path}`)
    await open(page)
    const typed = page.getByRole('dialog').getByRole('textbox', { name: field }).first()
    await typed.fill('only here')
    for (const asked of ['/tokens', '/tokens/permission_groups'])
      await sandbox.fail({ method: 'GET', path: asked, ...SIGNED_OUT, times: 0 })
    await returnADayLater(page)
    await expect(signedOut(page)).toContainText('What you entered can’t be kept.')
    await expect(signedOut(page).getByRole('link', { name: /^sign in/ })).toHaveAttribute('target', '_blank')
    await signedOut(page).getByRole('button', { name: 'Keep editing' }).click()
    await expect(typed).toHaveValue('only here')
    await returnADayLater(page)
    await signedOut(page).getByRole('button', { name: 'Discard' }).click()
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  })
}

test('a dialog in which nothing is typed is no reason to ask before a reload', async ({ page, sandbox }) => {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Import a token…' }).click()
  await expect(page.getByRole('dialog', { name: 'Import a token' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(asked).toEqual([])
})
