import { DNS_WRITE, DNS_READ, SCRIPTS_WRITE, OBJECTS_READ, TOKENS_WRITE, allow, plain } from './access.ts'
import { boxesOf } from './boxes.ts'
import { expect, test } from './fixtures.ts'

test('the question is a sentence, and its answer says which tokens can and why @core', async ({ page, sandbox }) => {
  const { first, second, allZones, zone, token, put } = await plain(sandbox)
  await token('names it', [allow(DNS_WRITE, zone(first))], {
    condition: { request_ip: { in: ['192.0.2.0/24', '198.51.100.7/32'] } },
  })
  await token('names another', [allow(DNS_WRITE, zone(second))])
  await token('has all', [allow(DNS_WRITE, allZones)])
  await token('reads it', [allow(DNS_READ, zone(first))])
  await token('held back', [allow(DNS_WRITE, allZones), allow(DNS_WRITE, zone(first), 'deny')])
  await put(await token('odd effect', [allow(DNS_WRITE, zone(first))]), {
    policies: [{ id: 'p', ...allow(DNS_WRITE, zone(first), 'audit') }],
  })
  await put(await token('switched off', [allow(DNS_WRITE, zone(first))]), { status: 'disabled' })

  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Access' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Access' })).toBeFocused()
  await expect(page).toHaveTitle(/^Access/)
  await page.getByRole('button', { name: 'Resource: any resource' }).click()
  await page.getByRole('combobox', { name: 'Resource' }).fill(first.name)
  await page.getByRole('option', { name: first.name, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`on=zone%3A${first.id}`))
  await expect(page.getByRole('button', { name: `Resource: ${first.name}` })).toBeFocused()
  await expect(page.getByRole('heading', { name: `2 tokens can change DNS on ${first.name}` })).toBeVisible()

  const table = page.getByRole('table', { name: `Tokens that can change DNS on ${first.name}` })
  await expect(table.getByRole('rowgroup')).toContainText([
    /^Token/,
    /^Named it 1.*names it.*DNS Write.*2 ranges/,
    /^Through a wildcard 1.*has all.*All zones.*Any/,
    /^May 1.*odd effect/,
    /^Held back by a deny 1.*held back.*All zones except/,
  ])
  await expect(table.getByRole('row', { name: /names another|reads it|switched off/ })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'can change DNS' }).getByRole('table')).toHaveCount(1)
  await page.getByText('Inactive tokens that could: 1').click()
  await expect(page.getByRole('list', { name: 'Inactive tokens' })).toContainText('switched offDisabled')

  await table.getByRole('button', { name: 'Why held back' }).click()
  const why = page.getByRole('dialog', { name: 'Why held back' })
  // The API keeps no order of policies.
  await expect(why.getByRole('listitem').filter({ hasText: 'Allow DNS Write on all zones.' })).toHaveCount(1)
  await expect(why.getByRole('listitem').filter({ hasText: `Deny DNS Write on 1 zone: ${first.name}.` })).toHaveCount(1)
  await expect(why).toContainText(`So it can’t change DNS on ${first.name}: a deny always wins.`)
  await page.keyboard.press('Escape')
  await expect(table.getByRole('button', { name: 'Why held back' })).toBeFocused()
  await table.getByRole('button', { name: 'Why odd effect' }).click()
  await expect(page.getByRole('dialog')).toContainText('the effect is neither allow nor deny')
  await page.getByRole('link', { name: 'Policy 1' }).click()
  await expect(page).toHaveURL(/view=json&policy=1/)
  await expect(page.getByRole('heading', { level: 1, name: 'odd effect' })).toBeVisible()
  await page.goBack()

  await page.getByRole('radio', { name: 'As written' }).check()
  await expect(page).toHaveURL(/at=written/)
  await expect(page.getByRole('heading', { name: `3 tokens can change DNS on ${first.name}` })).toBeVisible()
  await expect(table.getByRole('row', { name: 'switched off' })).toContainText('Disabled')

  await page.getByRole('combobox', { name: 'Level' }).selectOption('read')
  await expect(page.getByRole('heading', { name: `4 tokens can read DNS on ${first.name}` })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: `4 tokens can read DNS on ${first.name}` })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: `3 tokens can change DNS on ${first.name}` })).toBeVisible()
})

// The app’s own token is in every account; it reads buckets.
test('ready questions, and one about a permission group, are asked with the keyboard', async ({ page, sandbox }) => {
  const { account, allZones, token } = await plain(sandbox)
  await token('deploys', [allow(SCRIPTS_WRITE, account)])
  await token('mints', [allow(TOKENS_WRITE, account)])
  await token('objects', [
    allow(OBJECTS_READ, { [`com.cloudflare.edge.r2.bucket.${sandbox.accountId}_default_assets`]: '*' }),
  ])
  await token('zones', [allow(DNS_WRITE, allZones)])
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  const question = page.getByRole('region', { name: 'Question' })
  for (const [ready, heading, name] of [
    ['Deploy Workers', '1 token can change Workers code', 'deploys'],
    ['Read objects in a bucket', '2 tokens can read R2 objects', 'objects'],
    ['Change sign-in and members', 'No token can change sign-in and members', null],
    ['Change DNS', '1 token can change DNS', 'zones'],
  ] as const) {
    await question.getByRole('link', { name: ready }).press('Enter')
    await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible()
    await expect(question.getByRole('link', { name: ready })).toHaveAttribute('aria-current', 'page')
    if (name) await expect(page.getByRole('table').getByRole('link', { name })).toBeVisible()
  }
  await question.getByRole('link', { name: 'Create API tokens' }).press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: '2 tokens can create or change API tokens' })).toBeVisible()
  const minting = page.getByRole('table').getByRole('row', { name: /mints/ })
  await expect(minting.getByRole('link', { name: 'mints' })).toBeVisible()
  // A long product gives way to its level.
  const [level, can] = await boxesOf(
    page,
    minting.getByText('Write', { exact: true }),
    minting.getByRole('cell').first(),
  )
  expect(level.right).toBeLessThanOrEqual(can.right)
  await page.getByText('“API tokens” means 2 products').click()
  await expect(page.getByText('Account API Tokens · API Tokens')).toBeVisible()

  await question.getByRole('button', { name: /^Product or permission/ }).press('Enter')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('scripts write')
  await expect(page.getByRole('option')).toHaveText([/Workers Scripts Write/])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: '1 token can use Workers Scripts Write' })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`group=${SCRIPTS_WRITE.id}`))
})

test('what one token can do @core', async ({ page, sandbox }) => {
  const { first, account, allZones, zone, token, put } = await plain(sandbox)
  const id = await token('does much', [
    allow(DNS_WRITE, allZones),
    allow(DNS_WRITE, zone(first), 'deny'),
    allow(SCRIPTS_WRITE, account),
  ])
  await token('does little', [allow(DNS_READ, zone(first))])
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  await page.getByRole('button', { name: 'What can a token do?' }).click()
  await page.getByRole('dialog', { name: 'Token' }).getByRole('combobox').fill('does much')
  await page.getByRole('option', { name: /does much/ }).click()
  await expect(page).toHaveURL(new RegExp(`token=${id}`))
  await expect(page.getByRole('heading', { level: 2, name: 'does much has 2 permissions' })).toBeVisible()
  const table = page.getByRole('table', { name: 'Permissions of does much' })
  await expect(table.getByRole('row', { name: /^DNS Write/ })).toContainText(
    `Change everywhereAll zones except ${first.name}`,
  )
  await expect(table.getByRole('row', { name: /^Workers Scripts Write/ })).toContainText('This account')
  await put(id, { status: 'disabled' })
  await page.reload()
  await expect(page.getByText('It can use none of them now.')).toBeVisible()
  await page.getByRole('button', { name: 'Token: does much' }).click()
  await page.getByRole('option', { name: /does little/ }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'does little has 1 permission' })).toBeVisible()
  await page.goto(`/accounts/${sandbox.accountId}/access?token=${'0'.repeat(32)}`)
  await expect(page.getByText('This account has no token with this ID.')).toBeVisible()
})

test('odd addresses ask the usual question or say what is wrong', async ({ page, sandbox }) => {
  const { allZones, token } = await plain(sandbox)
  await token('zones', [allow(DNS_WRITE, allZones)])
  const root = `/accounts/${sandbox.accountId}/access`
  await page.goto(`${root}?can=fly&topic=nothing&at=sometimes&from=x`)
  await expect(page.getByRole('heading', { name: '1 token can change DNS' })).toBeVisible()
  await expect(page.getByText(/The address names an unknown (level|product or permission)/)).toHaveCount(2)
  await page.goto(`${root}?on=zone:nonsense`)
  await expect(page.getByText('The address names an unknown resource')).toBeVisible()
  await page.goto(`${root}?product=__proto__&on=zone:${'0'.repeat(32)}`)
  await expect(page.getByRole('heading', { name: /^No token can change __proto__ on Zone 0{32}$/ })).toBeVisible()
  await expect(page.getByText('The address names an unknown product or permission')).toBeVisible()
  await page.goto(`${root}?topic=any&can=any`)
  await expect(page.getByRole('heading', { name: '2 tokens can access anything' })).toBeVisible()
  await expect(page.getByText(/The address names an unknown/)).toHaveCount(0)
})

test('the palette knows the ready questions', async ({ page, sandbox }) => {
  const { account, token } = await plain(sandbox)
  await token('deploys', [allow(SCRIPTS_WRITE, account)])
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('row', { name: /deploys/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('who deploy')
  await page.getByRole('option', { name: 'Which tokens can deploy Workers?' }).click()
  await expect(page).toHaveURL(/access\?topic=workers$/)
  await expect(page.getByRole('heading', { name: '1 token can change Workers code' })).toBeVisible()
})

test('permission groups that could not be loaded can be asked for again', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens/permission_groups', times: 0, truncate: true })
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  const note = page.getByText('Couldn’t load the permission groups')
  await expect(note).toBeVisible()
  await sandbox.release()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(note).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 2, name: /tokens? can change DNS/ })).toBeVisible()
})
