import * as v from 'valibot'

/** A failure for matching calls of one account. */
export const faultSchema = v.strictObject({
  /** `GET`, `POST`, …; any method when absent. */
  method: v.optional(v.string()),
  /** Relative to the account: `/tokens/*`. `*` matches one segment, `**` any number. */
  path: v.optional(v.string(), '**'),
  /** Search params that the call must have: `{ page: '2' }`. Without any, all calls match. */
  query: v.optional(v.record(v.string(), v.string()), {}),
  /** Which matching call fails first, counted from 1. */
  nth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  /** How many calls fail from then on; 0 means until cleared. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
  headers: v.optional(v.record(v.string(), v.string())),
  body: v.optional(v.unknown()),
  contentType: v.optional(v.string()),
  delayMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60_000))),
  /** The call takes effect, but the answer is the fault's `status`. */
  applied: v.optional(v.boolean()),
  /** Closes the connection before or after the call takes effect. */
  drop: v.optional(v.picklist(['before', 'after'])),
  /** Cuts the answer in half. */
  truncate: v.optional(v.boolean()),
})

export type Fault = v.InferOutput<typeof faultSchema>

/** `waiting` holds what ends each delay that lasts. */
export type ArmedFault = Fault & { seen: number; waiting: Set<() => void> }
