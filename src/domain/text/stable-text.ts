import { isObject } from './is-object.ts'

/** JSON with the keys of every object sorted. */
export function stableText(value: unknown): string {
  // `undefined` has no JSON; an empty text differs from all JSON.
  if (value === undefined) return ''
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}
