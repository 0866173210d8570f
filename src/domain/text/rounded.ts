import { isObject } from './is-object.ts'

/** A whole number beyond 2^53: the JSON parser may have rounded it, so it may not be what was sent or typed. */
export const mayBeRounded = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)

/** Whether there is such a number anywhere in a JSON value. */
export function holdsRounded(value: unknown): boolean {
  if (typeof value !== 'object') return mayBeRounded(value)
  return (isObject(value) ? Object.values(value) : Array.isArray(value) ? value : []).some(holdsRounded)
}
