const identities = new WeakMap<object, number>()
let next = 1

/** A number for an object, the same as long as it is the same object: the key of what is computed from it. */
export function identityOf(value: object | undefined): number {
  if (!value) return 0
  const known = identities.get(value)
  if (known !== undefined) return known
  identities.set(value, next)
  return next++
}
