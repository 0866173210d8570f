import {
  emptyInventory,
  INVENTORY_PAGE_SIZE,
  isPartial,
  missingCount,
  pagesToRead,
  withCheck,
  withPage,
  type Inventory,
} from '#domain/inventory/inventory.ts'
import { readPermissionGroups } from '#domain/permission-groups/read-groups.ts'
import { totalOf } from '#domain/inventory/total.ts'
import { isObject } from '#domain/text/is-object.ts'
import { count } from '#domain/text/plural.ts'
import { readToken } from '#domain/token/read-token.ts'
import type { Answer, Api } from './api.ts'
import type { Source } from './source.ts'
import { ReadError } from './usage.ts'

/** As in the app: quick for some hundred tokens, and other requests are not crowded out. */
const PAGES_AT_ONCE = 4

/** Reads all tokens, and what else the token of the environment can see. Throws a `ReadError` without all tokens. */
export async function readAccount(api: Api, accountId: string, isReadOnlyServer: boolean): Promise<Source> {
  const inventory = await readInventory(api, accountId)
  const notes: string[] = []
  const orNote = async <Result>(what: string, read: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      notes.push(`${what} can’t be read: ${error.message.replace(/\.$/, '')}.`)
      return undefined
    }
  }
  const [catalogue, ownTokenId, zoneCount, bucketCount] = await Promise.all([
    orNote('The permission groups', async () =>
      readPermissionGroups(
        listOf(await api.read((sdk) => sdk.accounts.tokens.permissionGroups.list({ account_id: accountId }))),
      ),
    ),
    orNote('The token in use', async () =>
      idOf(await api.read((sdk) => sdk.accounts.tokens.verify({ account_id: accountId }))),
    ),
    orNote('The number of zones', async () =>
      countOf(await api.read((sdk) => sdk.zones.list({ account: { id: accountId }, per_page: 50 }))),
    ),
    orNote('The number of R2 buckets', () => bucketsIn(api, accountId)),
  ])
  const missing = missingCount(inventory)
  if (missing > 0) notes.unshift(`The API counts ${count(missing, 'more token')} than it sent.`)
  return {
    accountId,
    tokens: inventory.tokens,
    catalogue,
    isComplete: !isPartial(inventory) && missing === 0,
    totalCount: inventory.isCounted ? inventory.totalCount : null,
    ownTokenId: ownTokenId ?? null,
    isReadOnlyServer,
    ...(zoneCount !== undefined && { zoneCount }),
    ...(bucketCount !== undefined && { bucketCount }),
    notes,
  }
}

async function readInventory(api: Api, accountId: string): Promise<Inventory> {
  let inventory = emptyInventory
  const readPage = async (page: number) => {
    const query = { page, per_page: INVENTORY_PAGE_SIZE, direction: 'desc', include_expired: true } as const
    const answer = await api.read((sdk) => sdk.accounts.tokens.list({ account_id: accountId, ...query }))
    const items = listOf(answer)
    const tokens = items.flatMap((item) => readToken(item) ?? [])
    const came = { page, perPage: INVENTORY_PAGE_SIZE, count: items.length }
    const total = totalOf(answer.resultInfo['total_count'], came)
    inventory = withPage(inventory, page, { tokens, ...total, unreadable: items.length - tokens.length }, Date.now())
  }
  await readPage(1)
  for (;;) {
    for (let next = pagesToRead(inventory); next.length > 0; next = pagesToRead(inventory))
      await Promise.all(next.slice(0, PAGES_AT_ONCE).map(readPage))
    const checked = withCheck(inventory)
    if (checked === inventory) return inventory
    inventory = checked
  }
}

function listOf({ result }: Answer): unknown[] {
  if (Array.isArray(result)) return result as unknown[]
  throw new ReadError('The API response has no list.')
}

function idOf({ result }: Answer): string {
  if (isObject(result) && typeof result['id'] === 'string') return result['id']
  throw new ReadError('The API response has no token.')
}

function countOf(answer: Answer): number {
  const { total_count: total } = answer.resultInfo
  return typeof total === 'number' ? total : listOf(answer).length
}

/** Rules ask only whether there is a bucket, so one jurisdiction after the other until there is one. */
async function bucketsIn(api: Api, accountId: string): Promise<number> {
  for (const jurisdiction of ['default', 'eu', 'fedramp'] as const) {
    const { result } = await api
      .read((sdk) => sdk.r2.buckets.list({ account_id: accountId, 'cf-r2-jurisdiction': jurisdiction }))
      .catch((error: unknown) => {
        // An account without R2, or without this jurisdiction, answers with an error.
        if (error instanceof ReadError && (jurisdiction !== 'default' || error.message.includes('(10042)')))
          return { result: { buckets: [] } }
        throw error
      })
    const buckets = isObject(result) ? result['buckets'] : null
    if (!Array.isArray(buckets)) throw new ReadError('The API response has no list.')
    if (buckets.length > 0) return buckets.length
  }
  return 0
}
