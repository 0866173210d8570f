import * as v from 'valibot'
import { isObject } from '#domain/text/is-object.ts'
import { msOf } from '#domain/token/time.ts'
import type { Finding } from './finding.ts'

// With the validators that the first page loads anyway: others would be in its code, too.
const text = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => value.trim()),
    v.check((value) => value !== '', 'is empty'),
    v.check((value) => value.length <= most, `is longer than ${most} characters`),
  )

/** A time that can be read: another one would never end, or at once. */
const time = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(msOf(value)), 'is no time, such as 2026-11-24T12:00:00Z'),
)

/** An object without other fields. */
const strict = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.unknown(),
    v.check(
      (value) => isObject(value) && Object.keys(value).every((key) => Object.hasOwn(entries, key)),
      'has unknown fields',
    ),
    v.object(entries),
  )

const suppression = strict({
  fingerprint: text(500),
  /** Why the finding is accepted. */
  reason: text(500),
  /** Who accepted it. */
  by: v.optional(text(200)),
  /** RFC 3339; `null` for good. */
  until: v.nullable(time),
})

const file = strict({ version: v.literal(1), suppressions: v.array(suppression) })

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
  if (valid.size === 0) return { open: [...findings], suppressed: [] }
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
  try {
    return { ok: true, suppressions: v.parse(file, JSON.parse(text)).suppressions }
  } catch (error) {
    const [issue] = error instanceof v.ValiError ? (error as v.ValiError<typeof file>).issues : []
    const path = issue?.path?.map(({ key }) => String(key)).join('.')
    return { ok: false, message: path ? `${path}: ${issue?.message}` : 'This is not a file of suppressions.' }
  }
}
