import { readPolicy } from './read-policy.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { fromApi, toApi, type EditorPolicy } from './editor-policy.ts'
import { knownRefusals, type KnownRefusal } from './known-refusals.ts'
import type { WirePolicyInput, WireResources } from './wire.ts'

export const OWN = '023e105f4ecef8ad9ca31a8372d0c353'
export const OTHER = 'f'.repeat(32)
export const ZONE_ID = 'a'.repeat(32)
export const TAG = 'b'.repeat(32)
export const [ACCOUNT, ZONE, BUCKET, WORKER, USER] = [
  'com.cloudflare.api.account',
  'com.cloudflare.api.account.zone',
  'com.cloudflare.edge.r2.bucket',
  'com.cloudflare.edge.worker.script',
  'com.cloudflare.api.user',
]
export const FLAGSHIP = 'com.cloudflare.edge.flagship.app'

const group = (id: string, scope: string, isSelectable = true): PermissionGroup => ({
  id,
  name: `Name of ${id}`,
  scopes: [scope],
  category: null,
  description: null,
  isSelectable,
  deprecation: null,
})
const catalogue = [
  group('account-group', ACCOUNT),
  group('zone-group', ZONE),
  group('bucket-group', BUCKET),
  group('worker-group', WORKER),
  group('flagship-group', FLAGSHIP),
  group('closed-group', ACCOUNT, false),
]

/** A policy with these resources and groups that fit them, so that only the keys matter. */
export const policy = (resources: unknown, ...ids: string[]): WirePolicyInput => ({
  effect: 'allow',
  permission_groups: (ids.length > 0 ? ids : ['unlisted']).map((id) => ({ id })),
  // A value typed by the user may be anything.
  resources: resources as WireResources,
})

export const judge = (wire: WirePolicyInput, stored: WirePolicyInput[] = []): KnownRefusal[] =>
  knownRefusals(fromApi([wire], OWN), {
    accountId: OWN,
    catalogue,
    zones: [{ id: ZONE_ID, name: 'example.com' }],
    stored,
  })

export const sent = (policies: EditorPolicy[] | undefined) => policies?.map((each) => readPolicy(toApi(each, OWN)))

export const own = `${ACCOUNT}.${OWN}`
