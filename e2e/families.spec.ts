import type { Page } from '@playwright/test'
import { filters } from './filters.ts'
import { expect, test, type Sandbox } from './fixtures.ts'
import { policySentences } from './token-page.ts'

const resources = (page: Page, policy = 0) => page.getByRole('group', { name: 'Resources' }).nth(policy)
const picker = (page: Page, policy = 0) => page.getByRole('group', { name: 'Permission groups' }).nth(policy)
const workers = (page: Page) => page.getByRole('group', { name: /^Workers/ })
const entry = (page: Page) => workers(page).getByRole('textbox', { name: 'Add Workers' })

type Worker = { id: string; name: string }

/** Two Workers of the account, by name. */
async function twoWorkers({ api }: Sandbox): Promise<[Worker, Worker]> {
  const [first, second] = await api.get<Worker[]>('/workers/workers')
  if (!first || !second) throw new Error('The sandbox has no Workers.')
  return first.name < second.name ? [first, second] : [second, first]
}

async function giveName(page: Page, name: string) {
  await page.getByLabel('Token name').fill(name)
}

async function create(page: Page) {
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
}

test('a token for two Workers names them in the form, on its page, in the list and its filters', async ({
  page,
  sandbox,
}) => {
  const { accountId, api } = sandbox
  const [one, two] = await twoWorkers(sandbox)
  await page.goto(`/accounts/${accountId}/tokens/new`)
  await giveName(page, 'Two Workers')
  await resources(page).getByLabel('Specific Workers').check()
  await expect(page.getByText('No isolation')).toBeVisible()
  await entry(page).fill(one.name)
  await workers(page).getByRole('checkbox', { name: one.name, exact: true }).check()
  await entry(page).fill(two.id)
  await workers(page).getByRole('button', { name: 'Add' }).click()
  await picker(page).getByRole('searchbox').fill('individual workers editor')
  await picker(page).getByRole('checkbox', { name: 'Individual Workers Editor (Worker)' }).check()
  const sentence = `Individual Workers Editor on 2 Workers: ${one.name}, ${two.name}.`
  await expect(page.getByText(sentence)).toBeVisible()
  await create(page)

  await expect(page.getByRole('heading', { level: 1, name: 'Two Workers' })).toBeVisible()
  await expect(await policySentences(page)).toContainText(sentence)
  const tokens = (await api.list('?per_page=50')).result as { id: string; name: string; policies?: unknown[] }[]
  const made = tokens.find(({ name }) => name === 'Two Workers')
  expect(made?.policies).toMatchObject([
    {
      resources: {
        [`com.cloudflare.api.account.${accountId}`]: {
          [`com.cloudflare.edge.worker.script.${one.id}`]: '*',
          [`com.cloudflare.edge.worker.script.${two.id}`]: '*',
        },
      },
    },
  ])

  await page.goto(`/accounts/${accountId}/tokens?q=${encodeURIComponent(`${two.name} two`)}`)
  const row = page.getByRole('row', { name: /Two Workers/ })
  // The one that the search found is named in the place of the number.
  await expect(row).toContainText(`Worker ${two.name}+1`)
  await page.goto(`/accounts/${accountId}/tokens`)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await filters(page).getByRole('tab', { name: 'Resource' }).click()
  await filters(page).getByLabel('Find in Resource').fill(one.name)
  await filters(page)
    .getByLabel(new RegExp(`^Worker ${one.name}`))
    .check()
  await expect(page).toHaveURL(new RegExp(`resource=worker(:|%3A)${one.id}`))
  await expect(row).toBeVisible()

  await page.goto(`/accounts/${accountId}/tokens/${made?.id}/edit`)
  await expect(resources(page).getByLabel('Specific Workers')).toBeChecked()
  await expect(workers(page).getByRole('list', { name: 'Selected Workers' }).getByRole('listitem')).toHaveText([
    one.name,
    two.name,
  ])
})

test('Workers that cannot be listed are typed by their ids, and what is no id is told @core', async ({
  page,
  sandbox,
}) => {
  const [one] = await twoWorkers(sandbox)
  await sandbox.fail({ method: 'GET', path: '/workers/workers', times: 0, status: 403 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await giveName(page, 'Typed Worker')
  await resources(page).getByLabel('Specific Workers').check()
  await expect(page.getByText('Couldn’t load Workers')).toBeVisible()
  const add = entry(page)
  await add.fill(one.name)
  await add.press('Enter')
  await expect(workers(page).getByText(`can’t look up “${one.name}” without the list of Workers.`)).toBeVisible()
  await add.fill(one.id)
  await add.press('Enter')
  await expect(workers(page).getByRole('button', { name: `Remove ${one.id}` })).toBeVisible()
})

test('a permission for single Workers moves to a policy of its own in one click', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await picker(page).getByRole('searchbox').fill('billing read')
  await picker(page).getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await picker(page).getByLabel('Scope').selectOption('Worker')
  await picker(page).getByRole('searchbox').fill('individual workers admin')
  await picker(page).getByRole('checkbox', { name: 'Individual Workers Admin (Worker)' }).check()
  await page.getByRole('button', { name: 'Move to a new policy on specific Workers' }).click()
  await expect(page.getByRole('heading', { name: 'Policy 2' })).toBeVisible()
  await expect(resources(page, 1).getByLabel('Specific Workers')).toBeChecked()
  await expect(workers(page)).toBeVisible()
})

const FLAGSHIP = 'com.cloudflare.flagship.app'
const WITH_FLAGSHIP = { zones: 3, extraGroups: [{ name: 'Specified Flagship Apps Read', scope: FLAGSHIP }] }

test('a kind of resources that only the catalogue knows is chosen by typed ids, and read back', async ({
  page,
  sandbox,
}) => {
  const { accountId, api } = sandbox
  await sandbox.scenario(WITH_FLAGSHIP)
  await page.goto(`/accounts/${accountId}/tokens/new`)
  await giveName(page, 'Flagship reader')
  await resources(page).getByLabel('Specific flagship apps').check()
  const apps = page.getByRole('group', { name: /^Flagship apps/ })
  await apps.getByRole('textbox', { name: 'Add flagship apps' }).fill('shop-7, <APP_ID>')
  await apps.getByRole('button', { name: 'Add' }).click()
  await expect(apps.getByText('“<APP_ID>” isn’t a flagship app ID')).toBeVisible()
  await apps.getByRole('textbox', { name: 'Add flagship apps' }).fill('storefront')
  await apps.getByRole('button', { name: 'Add' }).click()
  await picker(page).getByRole('searchbox').fill('flagship')
  await picker(page).getByRole('checkbox', { name: 'Specified Flagship Apps Read (Flagship app)' }).check()
  await create(page)

  await expect(await policySentences(page)).toContainText('on 2 flagship apps: shop-7, storefront.')
  const { result } = await api.list('?per_page=50')
  const id = result.find(({ name }) => name === 'Flagship reader')?.id
  const token = await api.get<{ policies: { resources: unknown }[] }>(`/tokens/${id}`)
  expect(token.policies.map((policy) => policy.resources)).toEqual([
    { [`com.cloudflare.api.account.${accountId}`]: { [`${FLAGSHIP}.shop-7`]: '*', [`${FLAGSHIP}.storefront`]: '*' } },
  ])
  await page.goto(`/accounts/${accountId}/tokens/${id}/edit`)
  await expect(resources(page).getByLabel('Specific flagship apps')).toBeChecked()
  await expect(apps.getByRole('button', { name: 'Remove storefront' })).toBeVisible()
})

/** Every other answer that is no list: `src/app/api/resources.test.ts`. */
test('zones that come as no list are told as not listed, and read again', async ({ page, sandbox }) => {
  const body = { success: true, errors: [], messages: [], result: null }
  await sandbox.fail({ method: 'GET', path: '/zones', times: 0, status: 200, body })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=dns`)
  const zones = page.getByRole('group', { name: /^Zones/ })
  await expect(zones.getByText('Couldn’t load zones')).toBeVisible()
  await giveName(page, 'Kept')
  // It asks for zones as well, when it is there.
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Allow')
  await sandbox.release()
  await zones.getByRole('button', { name: 'Try again' }).click()
  await expect(zones.getByRole('checkbox').first()).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue('Kept')
})

test('a zone without a name is shown by its id, and the others by their names', async ({ page, sandbox }) => {
  const id = 'e'.repeat(32)
  const result = [null, { id }, { name: 'no-id.example.com' }, { id: 'f'.repeat(32), name: 'shop.example.com' }]
  await sandbox.fail({
    method: 'GET',
    path: '/zones',
    times: 0,
    status: 200,
    body: { success: true, errors: [], messages: [], result },
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=dns`)
  const zones = page.getByRole('group', { name: /^Zones/ })
  await expect(zones.getByRole('checkbox')).toHaveCount(2)
  await zones.getByRole('checkbox', { name: id }).check()
  await zones.getByRole('checkbox', { name: 'shop.example.com' }).check()
})
