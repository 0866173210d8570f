import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { DEFAULT_ACCOUNT_ID, WORKER_NAMES, ZONE_NAMES, zoneId } from './seed.ts'
import { seededId } from './random.ts'

const account_id = 'c'.repeat(32)
const other = 'd'.repeat(32)
const ACCOUNT = 'com.cloudflare.api.account'
const ZONE = `${ACCOUNT}.zone`
const BUCKET = 'com.cloudflare.edge.r2.bucket'
const WORKER = 'com.cloudflare.edge.worker.script'
const FLAGSHIP = 'com.cloudflare.edge.flagship.app'

const GROUP = {
  zoneRead: 'c8fed203ed3043cba015a93ad1616f1f',
  dnsWrite: '4755a26eedb94da69e1066d98aa820be',
  scriptsWrite: 'e086da7e2179491d91ee5f35b3ca210a',
  bucketItemRead: '6a018a9f2fc74eb6b293b0c548f38b39',
  userDetails: '8acbe5bb0d54464ab867149d7f7cf8ac',
}

let sandbox: RunningSandbox
let workerEditor = ''
let flagship = ''
beforeAll(async () => {
  sandbox = await startSandbox()
  await sandbox.control(`/${account_id}/scenario`, {
    extraGroups: [
      { name: 'Flagship Apps Editor', scope: FLAGSHIP },
      { name: 'Waiting Rooms Editor', scope: `${ZONE}.waiting_room` },
    ],
  })
  const { permissionGroups } = sandbox.client().accounts.tokens
  const idOf = async (name: string) => (await permissionGroups.get({ account_id, name }))[0]?.id ?? ''
  workerEditor = await idOf('Individual Workers Editor')
  flagship = await idOf('Flagship Apps Editor')
  // Creates the other account, so that its zones and Workers have an owner.
  await sandbox.client().zones.list({ account: { id: other } })
})
afterAll(() => sandbox.close())

const own = `${ACCOUNT}.${account_id}`
const zone = `${ZONE}.${zoneId(account_id, ZONE_NAMES[0])}`
const foreignZone = `${ZONE}.${zoneId(other, ZONE_NAMES[0])}`
const bucket = (owner: string, rest = 'default_assets') => `${BUCKET}.${owner}_${rest}`
const worker = (owner: string) => `${WORKER}.${seededId(`worker ${WORKER_NAMES[0]} of ${owner}`)}`
const inOwn = (key: string, value: unknown = '*') => ({ [own]: { [key]: value } })

type Groups = keyof typeof GROUP | 'worker' | 'flagship' | 'none'

function create(resources: unknown, group: Groups | string[] = 'none', account = account_id) {
  const ids: Record<string, string> = { ...GROUP, worker: workerEditor, flagship }
  const chosen = Array.isArray(group) ? group : group === 'none' ? [] : [ids[group]]
  const policies = [{ effect: 'allow', permission_groups: chosen.map((id) => ({ id })), resources }]
  // The SDK requires a policy ID, which the API refuses on create.
  return sandbox.client().accounts.tokens.create({ account_id: account, name: 'judged', policies: policies as never })
}

describe('resources that the API knows are granted as they were sent', () => {
  test.each<[string, unknown, Groups]>([
    ['the account', { [own]: '*' }, 'scriptsWrite'],
    ['a zone group on the bare account', { [own]: '*' }, 'dnsWrite'],
    ['a bucket group on the bare account', { [own]: '*' }, 'bucketItemRead'],
    ['all zones', inOwn(`${ZONE}.*`), 'dnsWrite'],
    ['a zone', { [zone]: '*' }, 'dnsWrite'],
    ['a zone that is gone', { [`${ZONE}.${'b'.repeat(32)}`]: '*' }, 'dnsWrite'],
    ['a zone inside the account', inOwn(zone), 'dnsWrite'],
    ['a zone group on the account and a zone', { [own]: '*', [zone]: '*' }, 'dnsWrite'],
    ['all buckets', inOwn(`${BUCKET}.*`), 'bucketItemRead'],
    ['a bucket', { [bucket(account_id)]: '*' }, 'bucketItemRead'],
    ['a bucket of another jurisdiction', { [bucket(account_id, 'fedramp-high_a-b')]: '*' }, 'none'],
    ['a Worker', inOwn(worker(account_id)), 'worker'],
    ['a family that only the catalogue names', inOwn(`${FLAGSHIP}.7f3a`), 'flagship'],
    ['a family whose scope begins like a zone', inOwn(`${ZONE}.waiting_room.a1`), 'none'],
    ['no resources', {}, 'dnsWrite'],
    ['an account with nothing inside', { [own]: {} }, 'dnsWrite'],
  ])('%s', async (_, resources, group) => {
    expect((await create(resources, group)).policies?.[0]?.resources).toEqual(resources)
  })

  test('no policies', async () => {
    const { accounts } = sandbox.client()
    expect((await accounts.tokens.create({ account_id, name: 'idle', policies: [] })).policies).toEqual([])
  })
})

describe('keys of no form the API knows, or of another account, answer 403 with 9109', () => {
  test.each<[string, unknown]>([
    ['a user', { [`com.cloudflare.api.user.${'1'.repeat(32)}`]: '*' }],
    ['every user', { 'com.cloudflare.api.user.*': '*' }],
    ['an account without id', { [ACCOUNT]: '*' }],
    ['every account', { [`${ACCOUNT}.*`]: '*' }],
    ['a placeholder account', { [`${ACCOUNT}.<ACCOUNT_ID>`]: '*' }],
    ['a spelt-out placeholder', { [`${ACCOUNT}.YOUR_ACCOUNT_ID`]: '*' }],
    ['a colon in the place of a dot', { [`${own}:*`]: '*' }],
    ['a colon before everything', { [`${ACCOUNT}:*`]: '*' }],
    ['another account', { [`${ACCOUNT}.${other}`]: '*' }],
    ['all zones of another account', { [`${ACCOUNT}.${other}`]: { [`${ZONE}.*`]: '*' } }],
    ['the own account in capitals', { [`${ACCOUNT}.${account_id.toUpperCase()}`]: '*' }],
    ['a zone by name', { [`${ZONE}.example.com`]: '*' }],
    ['a zone without id', { [ZONE]: '*' }],
    ['a placeholder zone', { [`${ZONE}.<ZONE_ID>`]: '*' }],
    ['a zone of another account', { [foreignZone]: '*' }],
    ['a zone of another account, nested', inOwn(foreignZone)],
    ['a zone by name, nested', inOwn(`${ZONE}.example.com`)],
    ['flat all buckets', { [`${BUCKET}.*`]: '*' }],
    ['a bucket by name', { [`${BUCKET}.assets`]: '*' }],
    ['a bucket without jurisdiction', { [`${BUCKET}.${account_id}_assets`]: '*' }],
    ['a bucket of no known jurisdiction', { [bucket(account_id, 'mars_assets')]: '*' }],
    ['a bucket whose name cannot be one', { [bucket(account_id, 'default_As')]: '*' }],
    ['a bucket of another account', { [bucket(other)]: '*' }],
    ['a bucket of another account, nested', inOwn(bucket(other))],
    ['a Worker of another account', inOwn(worker(other))],
    ['a Worker by name', inOwn(`${WORKER}.checkout-api`)],
    ['every Worker', inOwn(`${WORKER}.*`)],
    ['a zone in the place of a Worker', inOwn(`${WORKER}.${zoneId(other, ZONE_NAMES[0])}x`)],
    ['an account inside the account', inOwn(own)],
    ['a user inside the account', inOwn('com.cloudflare.api.user.*')],
    ['an unknown family', { 'com.cloudflare.api.account.flagship.app.7f3a': '*' }],
    ['an unknown family, nested', inOwn('com.cloudflare.edge.nothing.1')],
    ['the sample of the reference', { foo: 'string' }],
    ['something inside a zone', { [zone]: { [`${ZONE}.*`]: '*' } }],
    ['an empty key', { '': '*' }],
    ['a key behind a good one', { [own]: '*', foo: '*' }],
    ['a key behind a good one, nested', { [own]: { [`${ZONE}.*`]: '*', foo: '*' } }],
  ])('%s', async (_, resources) => {
    await expect(create(resources)).rejects.toMatchObject({
      status: 403,
      errors: [{ code: 9109, source: { pointer: '/policies/0/resources' } }],
    })
  })
})

describe('keys in a form that is not taken answer 400 with 1001 and say why', () => {
  test.each<[string, unknown, string]>([
    ['flat all zones', { [`${ZONE}.*`]: '*' }, `Must nest zone under specific account resource: ${own}`],
    ['a flat Worker', { [worker(account_id)]: '*' }, `${WORKER} is not a supported resource type`],
    ['flat all Workers', { [`${WORKER}.*`]: '*' }, `${WORKER} is not a supported resource type`],
    ['a flat key of another family', { [`${FLAGSHIP}.7f3a`]: '*' }, `${FLAGSHIP} is not a supported resource type`],
    ['a Worker that does not exist', inOwn(`${WORKER}.${'e'.repeat(32)}`), `Worker ${'e'.repeat(32)} not found`],
    ['a zone in the place of a Worker', inOwn(worker(account_id).replace(/\w{32}$/, zone.slice(-32))), 'not found'],
    ['the value read', { [own]: 'read' }, `resource ${own} must be "*" or an object`],
    ['an empty value', { [zone]: '' }, 'must be "*"'],
    ['a number', { [own]: 1 }, 'must be "*"'],
    ['the value read, nested', inOwn(`${ZONE}.*`, 'read'), `resource ${ZONE}.* must be "*"`],
    ['three levels', inOwn(`${ZONE}.*`, { x: '*' }), 'nested too deep'],
    ['a list', [own], 'resources must be an object'],
    ['null', null, 'resources must be an object'],
  ])('%s', async (_, resources, words) => {
    const refusal = { status: 400, errors: [{ code: 1001, message: expect.stringContaining(words) }] }
    await expect(create(resources)).rejects.toMatchObject(refusal)
  })
})

describe('a group that does not fit every key of its policy is refused by name', () => {
  test.each<[string, unknown, Groups]>([
    ['an account group on a zone', { [zone]: '*' }, 'scriptsWrite'],
    ['an account group on all zones', inOwn(`${ZONE}.*`), 'scriptsWrite'],
    ['a zone group on the account and a bucket', { [own]: '*', [bucket(account_id)]: '*' }, 'dnsWrite'],
    [
      'a zone group, the second nested key a bucket',
      { [own]: { [`${ZONE}.*`]: '*', [`${BUCKET}.*`]: '*' } },
      'dnsWrite',
    ],
    [
      'a bucket group, the second nested key a zone',
      { [own]: { [`${BUCKET}.*`]: '*', [zone]: '*' } },
      'bucketItemRead',
    ],
    ['a zone group on a Worker', inOwn(worker(account_id)), 'dnsWrite'],
    ['a Worker group on zones', inOwn(`${ZONE}.*`), 'worker'],
    ['a Flagship group on a Worker', inOwn(worker(account_id)), 'flagship'],
    ['a user group on the account', { [own]: '*' }, 'userDetails'],
    ['a user group on nothing', {}, 'userDetails'],
  ])('%s', async (_, resources, group) => {
    const message = expect.stringMatching(
      /^Failed common permission check against resources\. \(Permission group: ".+"\)$/,
    )
    await expect(create(resources, group)).rejects.toMatchObject({
      status: 400,
      errors: [{ code: 1001, message, source: { pointer: '/policies/0/permission_groups/0' } }],
    })
  })
})

test('a group that the caller may not select cannot be granted', async () => {
  const fenced = '2'.repeat(32)
  await sandbox.control(`/${fenced}/scenario`, {
    extraGroups: [{ name: 'Registrar Secrets Read', scope: ACCOUNT, id: '3'.repeat(32), is_selectable: false }],
  })
  await expect(create({ [`${ACCOUNT}.${fenced}`]: '*' }, ['3'.repeat(32)], fenced)).rejects.toMatchObject({
    status: 400,
    errors: [{ code: 1001, message: expect.stringContaining('Registrar Secrets Read') }],
  })
})

test('one policy holds 300 permission groups, and not one more', async () => {
  const groups = await sandbox.client().accounts.tokens.permissionGroups.get({ account_id })
  const ids = groups.filter((group) => group.is_selectable).map(({ id = '' }) => id)
  const kept = await create({ [own]: '*' }, ids.slice(0, 300))
  expect(kept.policies?.[0]?.permission_groups).toHaveLength(300)
  await expect(create({ [own]: '*' }, ids.slice(0, 301))).rejects.toMatchObject({
    status: 400,
    errors: [{ code: 1001, source: { pointer: '/policies/0/permission_groups' } }],
  })
})

test('where single zones are checked, the caller has to hold the group on the zone', async () => {
  const strict = '4'.repeat(32)
  await sandbox.control(`/${strict}/scenario`, { strictZoneGrants: true })
  const single = { [`${ZONE}.${zoneId(strict, ZONE_NAMES[0])}`]: '*' }
  await expect(create(single, [GROUP.dnsWrite], strict)).rejects.toMatchObject({
    status: 400,
    errors: [{ code: 1001, message: expect.stringContaining('(Permission group: "DNS Write")') }],
  })
  const all = { [`${ACCOUNT}.${strict}`]: { [`${ZONE}.*`]: '*' } }
  expect((await create(all, [GROUP.dnsWrite], strict)).id).toBeTruthy()
  expect((await create(single, [GROUP.zoneRead], strict)).id).toBeTruthy()
})

test('a PUT judges what is new, and keeps what the token holds already', async () => {
  await sandbox.control(`/${other}/scenario`, { odd: true, tokens: 20 })
  const { tokens } = sandbox.client().accounts
  const { result } = await tokens.list({ account_id: other, include_expired: true })
  const odd = result.find(({ name }) => name === 'Unknown keys')
  const renamed = await tokens.update(odd?.id ?? '', {
    account_id: other,
    name: 'Renamed',
    policies: odd?.policies ?? [],
  })
  expect(renamed.policies?.[0]?.resources).toEqual(odd?.policies?.[0]?.resources)
  const [held] = renamed.policies ?? []
  const widened = [{ ...held, resources: { ...held?.resources, bar: '*' } }] as never
  await expect(
    tokens.update(odd?.id ?? '', { account_id: other, name: 'Wider', policies: widened }),
  ).rejects.toMatchObject({ status: 403, errors: [{ code: 9109 }] })
})

test('the sample of the reference is taken on its own account alone, and exactly as it is', async () => {
  const sample = await create({ foo: 'string' }, 'none', DEFAULT_ACCOUNT_ID)
  expect(sample.policies?.[0]?.resources).toEqual({ foo: 'string' })
  await expect(create({ foo: '*' }, 'none', DEFAULT_ACCOUNT_ID)).rejects.toMatchObject({ status: 403 })
})
