import type { TemplatePolicy } from '#domain/policy/template.ts'
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
