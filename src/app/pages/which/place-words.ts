import type { Need } from '#domain/operations/need.ts'
import { scopeNoun } from '#domain/resources/families.ts'
import { ACCOUNT_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { count } from '#domain/text/plural.ts'

type Context = { accountId: string; zoneNames: ReadonlyMap<string, string>; fromError?: boolean }

/** So many resources are named, more are counted. */
const NAMED = 2

/** Where the narrowest permission group of some requests is needed: "on northwind.example", "on this account". */
export function placesOf(needs: readonly Need[], { accountId, zoneNames, fromError = false }: Context): string {
  const first = needs.flatMap(({ options }) => options[0]?.on ?? [])
  const scope = first[0]?.scope ?? ACCOUNT_SCOPE
  const on = first.filter((one) => one.scope === scope)
  if (scope === ACCOUNT_SCOPE) return isOther(needs, accountId) ? 'on another account' : 'on this account'
  const noun = scope === ZONE_SCOPE ? 'zone' : scopeNoun(scope)
  const ids = [...new Set(on.flatMap(({ id }) => id ?? []))]
  if (ids.length === 0) return `on a ${noun} that the ${fromError ? 'error' : 'request'} doesn’t name`
  const names = ids.slice(0, NAMED).map((id) => zoneNames.get(id) ?? id)
  const words =
    ids.length > NAMED
      ? `on ${names.join(', ')} and ${count(ids.length - NAMED, 'other')}`
      : `on ${names.join(' and ')}`
  return fromError ? `${words}, the ${ids.length === 1 ? noun : `${noun}s`} of the requests` : words
}

const isOther = (needs: readonly Need[], own: string) =>
  needs.some(({ accountId }) => accountId !== null && own !== '' && accountId !== own)
