import * as v from 'valibot'
import { areHours } from '#domain/expiry/working-hours.ts'
import { DEFAULT_SETTINGS, type Settings } from '#domain/findings/context.ts'
import { parseJson } from './read-tokens.ts'
import { UsageError } from './usage.ts'

const days = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)))

const hours = v.pipe(
  v.strictObject({ from: v.number(), to: v.number() }),
  v.check(areHours, 'Full hours from 0 to 24 are expected, the first before the last'),
)

const schema = v.strictObject({
  longestLife: days,
  unusedAfter: days,
  neverUsedAfter: days,
  oldSecret: days,
  oldPipelineSecret: days,
  breakGlass: v.optional(v.array(v.string())),
  workingHours: v.optional(v.nullable(hours)),
  quota: days,
})

/** Settings of a file; what it does not say is as usual. A misspelled one is refused: it would be without effect. */
export function readSettings(text: string): Settings {
  const read = v.safeParse(schema, parseJson(text))
  if (!read.success) {
    const [issue] = read.issues
    throw new UsageError(`--settings: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
  }
  const given = Object.fromEntries(Object.entries(read.output).filter(([, value]) => value !== undefined))
  return { ...DEFAULT_SETTINGS, ...given }
}
