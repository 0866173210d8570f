import * as v from 'valibot'
import { seededId } from './random.ts'

const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max))

/** An additional group of any name and scope; missing parts are generated. */
const extraGroup = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.nonEmpty()),
    scope: v.pipe(v.string(), v.regex(/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/)),
    id: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))),
    category: v.optional(v.string(), 'other'),
    description: v.optional(v.string(), ''),
    is_selectable: v.optional(v.boolean(), true),
    meta: v.optional(v.record(v.string(), v.string())),
  }),
  v.transform(({ scope, id, meta, ...group }) => ({
    ...group,
    id: id ?? seededId(`group ${group.name} of ${scope}`),
    scopes: [scope],
    ...(meta && { meta }),
  })),
)

/** The settings of a scenario. */
export const scenarioSchema = v.partial(
  v.strictObject({
    tokens: count(5000),
    zones: count(2000),
    buckets: count(2000),
    // One number for all tokens, or minimum and maximum.
    policiesPerToken: v.union([count(100), v.tuple([count(100), count(100)])]),
    permissionGroups: count(1000),
    quota: count(100_000),
    rateLimit: count(1_000_000),
    ownPermissions: v.picklist(['write', 'read', 'none']),
    canListZones: v.boolean(),
    canListBuckets: v.boolean(),
    canListWorkers: v.boolean(),
    canListAccounts: v.boolean(),
    workers: count(2000),
    secretDelaySeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(600)),
    strictZoneGrants: v.boolean(),
    extraGroups: v.pipe(v.array(extraGroup), v.maxLength(200)),
    odd: v.boolean(),
  }),
)
