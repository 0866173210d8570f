import { ACCOUNT_SCOPE, USER_SCOPE, type Scope } from '#domain/resources/scope.ts'

/** Whether a group applies to a kind of resource. `not-established`: the API accepts it, and its effect is not known. */
export type Fit = 'fits' | 'not-established' | 'dead'

/**
 * A group applies to the kind of resource it is scoped for (`docs/api-behaviour.md` §3.3). Unknown scopes and unknown
 * keys count as fitting: they must not hide what a token may reach.
 */
export function fitOf(scopes: readonly Scope[], scope: Scope | null): Fit {
  if (scope === null || scopes.length === 0 || scopes.includes(scope)) return 'fits'
  const isInside = (inner: Scope) => (scope === ACCOUNT_SCOPE ? inner !== USER_SCOPE : inner.startsWith(`${scope}.`))
  return scopes.some(isInside) ? 'not-established' : 'dead'
}
