import type { Need } from '#domain/operations/need.ts'
import { scopeNoun } from '#domain/resources/families.ts'
import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import { firstTwo, plural } from '#domain/text/plural.ts'

type Context = { accountId: string; zoneNames: ReadonlyMap<string, string>; fromError?: boolean }

/** Where the narrowest permission group of some requests is needed: "on northwind.example", "on this account". */
export function placesOf(needs: readonly Need[], { accountId, zoneNames, fromError = false }: Context): string {
  const first = needs.flatMap(({ options }) => options[0]?.on ?? [])
  const scope = first[0]?.scope ?? ACCOUNT_SCOPE
  const on = first.filter((one) => one.scope === scope)
  if (scope === ACCOUNT_SCOPE) return isOther(needs, accountId) ? 'on another account' : 'on this account'
  const noun = scopeNoun(scope)
  const ids = [...new Set(on.flatMap(({ id }) => id ?? []))]
  if (ids.length === 0) return `on a ${noun} that the ${fromError ? 'error' : 'request'} doesn’t name`
  const words = `on ${firstTwo(ids.map((id) => zoneNames.get(id) ?? id))}`
  return fromError ? `${words}, the ${ids.length === 1 ? noun : plural(noun)} of the requests` : words
}

const isOther = (needs: readonly Need[], own: string) =>
  needs.some(({ accountId }) => accountId !== null && own !== '' && accountId !== own)
