import * as v from 'valibot'
import { msOf } from '#domain/token/time.ts'
import type { Finding } from './finding.ts'

/** A time that can be read: another one would never end, or at once. */
const time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(msOf(text)), 'is no time, such as 2026-11-24T12:00:00Z'),
)

const suppression = v.strictObject({
  fingerprint: v.pipe(v.string(), v.nonEmpty('is empty')),
  /** Why the finding is accepted. */
  reason: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'), v.maxLength(500, 'is longer than 500 characters')),
  /** Who accepted it. */
  by: v.optional(v.pipe(v.string(), v.maxLength(200, 'is longer than 200 characters'))),
  /** RFC 3339; `null` for good. */
  until: v.nullable(time),
})

const file = v.strictObject({ version: v.literal(1), suppressions: v.array(suppression) })

/** A finding that is accepted, by its fingerprint: it comes back when the fact changes, or at the end. */
export type Suppression = v.InferOutput<typeof suppression>

export type Suppressed = { finding: Finding; suppression: Suppression }

/** Findings with those apart that are suppressed at the moment, both in their order. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  now: number,
): { open: Finding[]; suppressed: Suppressed[] } {
  const valid = new Map(suppressions.filter((one) => isValid(one, now)).map((one) => [one.fingerprint, one]))
  const open: Finding[] = []
  const suppressed: Suppressed[] = []
  for (const finding of findings) {
    const found = valid.get(finding.fingerprint)
    if (found) suppressed.push({ finding, suppression: found })
    else open.push(finding)
  }
  return { open, suppressed }
}

const isValid = ({ until }: Suppression, now: number) => until === null || now < msOf(until)

/** Suppressions as a file, always in the same order. */
export const writeSuppressions = (suppressions: readonly Suppression[]): string =>
  `${JSON.stringify({ version: 1, suppressions: suppressions.toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)) }, null, 2)}\n`

/** Reads a file of suppressions as a whole or not at all. `message` says where it is wrong. */
export function readSuppressions(
  text: string,
): { ok: true; suppressions: Suppression[] } | { ok: false; message: string } {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), file), text)
  if (read.success) return { ok: true, suppressions: read.output.suppressions }
  const [issue] = read.issues
  const path = v.getDotPath(issue)
  return { ok: false, message: path === null ? 'This is not a file of suppressions.' : `${path}: ${issue.message}` }
}
