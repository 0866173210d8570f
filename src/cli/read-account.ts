import {
  emptyInventory,
  hasAllTokens,
  INVENTORY_PAGE_SIZE,
  missingCount,
  pagesToRead,
  withCheck,
  withPage,
  type Inventory,
} from '#domain/inventory/inventory.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readWholeCatalogue } from '#domain/permission-groups/read-groups.ts'
import { totalOf } from '#domain/inventory/total.ts'
import { isObject } from '#domain/text/is-object.ts'
import { count } from '#domain/text/plural.ts'
import { readToken } from '#domain/token/read-token.ts'
import { listOf, type Answer, type Api } from './api.ts'
import { listBuckets, listZones } from './read-lists.ts'
import type { Source } from './source.ts'
import { ReadError } from './usage.ts'

/** As in the app: quick for some hundred tokens, and other requests are not crowded out. */
const PAGES_AT_ONCE = 4

/** Reads all tokens, and what else the token of the environment can see. Throws a `ReadError` without all tokens. */
export async function readAccount(
  api: Api,
  accountId: string,
  { isReadOnlyServer, now }: { isReadOnlyServer: boolean; now: number },
): Promise<Source> {
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
  const [catalogue, ownTokenId, zones, buckets] = await Promise.all([
    orNote('The permission groups', async () =>
      catalogueOf(await api.read((sdk) => sdk.accounts.tokens.permissionGroups.list({ account_id: accountId }))),
    ),
    orNote('The token in use', async () =>
      idOf(await api.read((sdk) => sdk.accounts.tokens.verify({ account_id: accountId }))),
    ),
    orNote('The zones', () => listZones(api, accountId, now)),
    orNote('The R2 buckets', () => listBuckets(api, accountId, now)),
  ])
  const ownToken = inventory.tokens.find(({ id }) => id === ownTokenId)
  const missing = missingCount(inventory)
  if (missing > 0) notes.unshift(`The API counts ${count(missing, 'more token')} than it sent.`)
  return {
    accountId,
    tokens: inventory.tokens,
    catalogue,
    isComplete: hasAllTokens(inventory),
    totalCount: inventory.isCounted ? inventory.totalCount : null,
    ownTokenId: ownTokenId ?? null,
    isReadOnlyServer,
    ...(ownToken && { ownToken }),
    listings: { ...(zones && { zones }), ...(buckets && { buckets }) },
    ...(zones && { zoneCount: zones.items.length }),
    ...(buckets && { bucketCount: buckets.items.length }),
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

function catalogueOf(answer: Answer): PermissionGroup[] {
  const groups = readWholeCatalogue(listOf(answer))
  if (groups) return groups
  throw new ReadError('The API response has none.')
}

function idOf({ result }: Answer): string {
  if (isObject(result) && typeof result['id'] === 'string') return result['id']
  throw new ReadError('The API response has no token.')
}
