import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from '@playwright/test'
import { filters } from './filters.ts'
import { expect, plainToken, test } from './fixtures.ts'
import { chooseAction } from './token-page.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; impact: string | null; nodes: { html: string }[] }

/** The rules about colours. Nothing else of a page depends on the theme, as the styles alone know of it. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

const WIDE = 1280
const WIDTHS = [WIDE, 360]
const show = (page: Page, width: number) => page.setViewportSize({ width, height: 800 })

/** What is open over a page. */
const OVER_PAGE = '[role="dialog"], [role="menu"]'

/**
 * All violations that axe finds, of any severity, each with its location: of a wide page in light, and its colours in
 * dark; of a narrow one in dark alone, as colours do not depend on the width.
 */
async function problems(page: Page, within = 'html'): Promise<string[]> {
  // The page's content security policy does not apply to the debugger.
  await page.evaluate(axeSource)
  if ((page.viewportSize()?.width ?? WIDE) < WIDE) return problemsIn(page, within, 'dark')
  return [...(await problemsIn(page, within, 'light')), ...(await problemsIn(page, within, 'dark', COLOUR_RULES))]
}

async function problemsIn(page: Page, within: string, colorScheme: 'light' | 'dark', rules?: string[]) {
  // Without motion a colour is not on its way to another.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const violations = await page.evaluate(
    async ([place, runOnly]) => {
      // axe adds itself to the window.
      const { axe } = window as unknown as {
        axe: { run: (within: string, options: object) => Promise<{ violations: Violation[] }> }
      }
      // Or it would also find a selector for everything that is as it should be.
      return (await axe.run(place, { resultTypes: ['violations'], ...(runOnly && { runOnly }) })).violations
    },
    [within, rules] as const,
  )
  return violations.map(({ id, impact, nodes }) => `${colorScheme}: ${impact} ${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

/** Each page is loaded once and made narrow then: its styles follow the width, and so does what is measured. */
async function lookAt(page: Page, pages: { path: string; ready: Locator }[]) {
  for (const { path, ready } of pages) {
    await show(page, WIDE)
    await page.goto(path)
    for (const width of WIDTHS) {
      await show(page, width)
      await expect(ready).toBeVisible()
      expect(await problems(page), `${path} at ${width} px`).toEqual([])
    }
  }
}

/** The palette, and the menu where there is one. */
async function lookAtShell(page: Page) {
  for (const width of WIDTHS) {
    await show(page, width)
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeVisible()
    expect(await problems(page, OVER_PAGE), `palette at ${width} px`).toEqual([])
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible()
  expect(await problems(page), 'menu of the app').toEqual([])
}

test('axe finds nothing on the list, a token and its deletion, in light and dark, wide and narrow @core', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Looked at'))
  const root = `/accounts/${sandbox.accountId}/tokens`
  await lookAt(page, [
    { path: root, ready: page.getByRole('row', { name: /Looked at/ }) },
    { path: `${root}/${id}`, ready: page.getByRole('heading', { level: 1, name: 'Looked at' }) },
  ])
  for (const width of WIDTHS) {
    await show(page, width)
    await chooseAction(page, 'Delete…')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await problems(page), `delete dialog at ${width} px`).toEqual([])
    await page.keyboard.press('Escape')
  }
})

test('axe finds nothing in the editor, in light and dark, wide and narrow', async ({ page, sandbox }) => {
  const plain = plainToken(sandbox.accountId, 'Looked at')
  // Two policies, to check what repeats from card to card as well.
  const twice = { ...plain, policies: plain.policies.flatMap((policy) => [policy, policy]) }
  const { id } = await sandbox.api.create(twice)
  const root = `/accounts/${sandbox.accountId}/tokens`
  await lookAt(page, [
    { path: `${root}/new`, ready: page.getByRole('checkbox', { name: 'Billing Read (Account)' }) },
    { path: `${root}/${id}/edit`, ready: page.getByRole('button', { name: 'Edit policy 2' }) },
  ])
})

test('axe finds nothing on tokens as JSON, in light and dark, wide and narrow', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Looked at'))
  const root = `/accounts/${sandbox.accountId}/tokens`
  await lookAt(page, [
    { path: `${root}/new?tab=json`, ready: page.getByLabel('Request body as JSON') },
    { path: `${root}/${id}/edit?tab=json`, ready: page.getByLabel('Request body as JSON') },
    { path: `${root}/${id}?view=json`, ready: page.getByRole('heading', { level: 1, name: 'Looked at' }) },
  ])
})

test('axe finds nothing among all templates, in light and dark, wide and narrow', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=caddy`)
  await page.getByRole('button', { name: /^More templates/ }).click()
  for (const width of WIDTHS) {
    await show(page, width)
    await expect(page.getByText('What it needs: DNS Write, Zone Read.')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'DNS Write (Zone)' })).toBeVisible()
    expect(await problems(page), `at ${width} px`).toEqual([])
  }
})

test('axe finds nothing on the pages about an account, in light and dark, wide and narrow', async ({
  page,
  sandbox,
}) => {
  // The story and a few more: the matrix of a hundred tokens would be the same cells many times over.
  await sandbox.scenario({ tokens: 60 })
  const root = `/accounts/${sandbox.accountId}`
  const pages = [
    { path: root, ready: page.getByRole('link', { name: 'Show all' }) },
    { path: `${root}/findings?rule=D2`, ready: page.getByRole('heading', { name: 'Why it matters' }).first() },
    { path: `${root}/findings?by=token`, ready: page.getByRole('region', { name: 'Findings by token' }) },
    {
      path: `${root}/access?topic=people`,
      ready: page.getByRole('heading', { level: 2, name: /sign-in and members$/ }),
    },
    { path: `${root}/access`, ready: page.getByRole('table', { name: 'Tokens that can change DNS' }) },
    {
      path: `${root}/access?a=template.dns&b=template.read-all&open=dns_and_zones`,
      ready: page.getByRole('button', { name: 'Open the union as a draft' }),
    },
    { path: `${root}/expiry`, ready: page.getByRole('heading', { name: 'By date' }) },
  ]
  await lookAt(page, pages)
  await lookAtShell(page)
})

test('axe finds nothing on the other pages, in light and dark, wide and narrow', async ({ page, sandbox }) => {
  test.slow()
  const pages = [
    { path: `/accounts/${sandbox.accountId}/permissions`, ready: page.getByText('Workers Scripts Write') },
    { path: `/verify?account=${sandbox.accountId}`, ready: page.getByRole('button', { name: 'Check again' }) },
    {
      path: `/which?account=${sandbox.accountId}&call=GET%20/zones/%24ZONE/dns_records`,
      ready: page.getByRole('button', { name: 'Create a token with this' }),
    },
    { path: '/nowhere', ready: page.getByRole('heading', { name: 'Page not found' }) },
  ]
  await lookAt(page, pages)
})

test('axe finds nothing where requests are asked about, in light and dark, wide and narrow', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/which?account=${sandbox.accountId}`)
  await page.getByRole('button', { name: /^Terraform/ }).click()
  for (const width of WIDTHS) {
    await show(page, width)
    await expect(page.getByRole('checkbox', { name: 'cloudflare_dns_record' })).toBeVisible()
    expect(await problems(page), `before there is a text, at ${width} px`).toEqual([])
  }
  await page.getByRole('textbox', { name: 'Your command, log or error' }).fill('GET /zones/$ZONE/dns_records')
  await page.getByRole('button', { name: 'Which tokens can already?' }).click()
  await expect(page.getByText(/can do all of this/)).toBeVisible()
  await page.getByRole('button', { name: 'Use a newer file' }).click()
  for (const width of WIDTHS) {
    await show(page, width)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await problems(page, OVER_PAGE), `a newer file, at ${width} px`).toEqual([])
  }
})

for (const width of WIDTHS) {
  test(`axe finds nothing where many tokens are chosen in light and dark, ${width} px wide`, async ({
    page,
    sandbox,
  }) => {
    await show(page, width)
    await page.goto(`/accounts/${sandbox.accountId}/tokens?status=active&sort=name`)
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    // A phone shows one pane after the other.
    if (width < 641) await filters(page).getByRole('tab', { name: 'Status' }).click()
    await expect(filters(page).getByRole('checkbox', { name: /^Disabled/ })).toBeVisible()
    expect(await problems(page, OVER_PAGE), 'filters').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'View', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'View' })).toBeVisible()
    expect(await problems(page, OVER_PAGE), 'view').toEqual([])
    await page.keyboard.press('Escape')
    await page
      .getByRole('checkbox', { name: /^Select (?!all)/ })
      .first()
      .check()
    const bar = page.getByRole('group', { name: 'Selection' })
    const chooseForSelected = async (name: string) => {
      if (width > 720) return bar.getByRole('button', { name }).click()
      await bar.getByRole('button', { name: /^Actions for/ }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    await expect(bar).toBeVisible()
    expect(await problems(page), 'chips and selection').toEqual([])
    await chooseForSelected('Set expiration…')
    await expect(page.getByLabel('Type the number of tokens to confirm')).toBeVisible()
    expect(await problems(page, OVER_PAGE), 'bulk dialog').toEqual([])
    await page.keyboard.press('Escape')
    await chooseForSelected('Export…')
    await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible()
    expect(await problems(page, OVER_PAGE), 'export dialog').toEqual([])
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click()
    await expect(page.getByRole('menu')).toBeVisible()
    expect(await problems(page, OVER_PAGE), 'menu of a row').toEqual([])
  })
}

test('a dialog closed by the keyboard gives the focus back to what opened it', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Opened and left'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  for (const name of ['Roll', 'Export…', 'Disable…', 'Delete…']) {
    const isInMenu = name.endsWith('…')
    const opener = page.getByRole('button', { name: isInMenu ? 'More actions' : name, exact: true })
    await opener.press('Enter')
    if (isInMenu) await page.getByRole('menuitem', { name }).press('Enter')
    await expect(page.getByRole('dialog').locator(':focus')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
  }
})
