import type { TemplatePolicy } from '#domain/policy/template.ts'
import type { RecipeCall } from './recipe.ts'
import GROUP_IDS from './group-ids.json' with { type: 'json' }

type ZoneGroup = keyof typeof GROUP_IDS.zone
type AccountGroup = keyof typeof GROUP_IDS.account
type BucketGroup = keyof typeof GROUP_IDS.bucket

/** On zones that the user chooses. */
export const onZones = (...names: ZoneGroup[]): TemplatePolicy => ({
  resources: { family: 'zones', ids: [] },
  groups: names.map((name) => GROUP_IDS.zone[name]),
})

export const onAllZones = (...names: ZoneGroup[]): TemplatePolicy => ({
  resources: { family: 'all-zones' },
  groups: names.map((name) => GROUP_IDS.zone[name]),
})

export const onAccount = (...names: AccountGroup[]): TemplatePolicy => ({
  resources: { family: 'account' },
  groups: names.map((name) => GROUP_IDS.account[name]),
})

/** On R2 buckets that the user chooses. */
export const onBuckets = (...names: BucketGroup[]): TemplatePolicy => ({
  resources: { family: 'buckets', ids: [] },
  groups: names.map((name) => GROUP_IDS.bucket[name]),
})

const NAMES = new Map(
  Object.values(GROUP_IDS).flatMap((groups) => Object.entries(groups).map(([name, id]) => [id, name])),
)

/** The names of a policy’s groups; none where it has every group that reads. */
export const groupNames = ({ groups }: TemplatePolicy): string[] =>
  groups === 'all-reads' ? [] : groups.map((id) => NAMES.get(id) ?? id)

export const call = (method: string, path: string, why: string): RecipeCall => ({ method, path, why })

const RECORDS = '/zones/{zone_id}/dns_records'
const RECORD = `${RECORDS}/{dns_record_id}`

export const FIND_ZONE = call('GET', '/zones', 'finds the zone by its name')
export const LIST_ZONES = call('GET', '/zones', 'lists the zones')
export const LIST_RECORDS = call('GET', RECORDS, 'reads the records')
export const CREATE_RECORD = call('POST', RECORDS, 'creates a record')
export const REPLACE_RECORD = call('PUT', RECORD, 'replaces a record')
export const CHANGE_RECORD = call('PATCH', RECORD, 'changes a record')
export const DELETE_RECORD = call('DELETE', RECORD, 'deletes a record')
