import { REMOVED } from '#domain/secret/redact.ts'
import { safeText } from '#domain/token/safe-text.ts'
import type { Token } from '#domain/token/token.ts'

/** How a report names tokens, by ID. A name that holds a secret, and one that is empty, leave the ID. */
export const namesOf = (tokens: readonly Token[]): ReadonlyMap<string, string> =>
  new Map(tokens.map(({ id, name }) => [id, nameOf(id, safeText(name))]))

function nameOf(id: string, name: string): string {
  if (name.trim() === '') return id
  return name.includes(REMOVED) ? `${name} (${id})` : name
}
