import { keep, keptKeys, readKept } from '#app/parts/kept-in-tab.ts'
import { newSecretKeys } from '#app/parts/unfinished-keys.ts'
import { holdForPage, isHeldElsewhere } from '#app/queries/browser-locks.ts'
import { isObject } from '#domain/text/is-object.ts'
import type { Token } from '#domain/token/token.ts'

/**
 * A new secret that may not have reached the user; never the secret itself. `asked`: the token was to be rolled, and no
 * answer has come. `shown`: the user has not said yet that it is stored.
 */
export type NewSecret = { tokenId: string } & (
  | { step: 'shown' }
  // The token right before the roll; `null`: not known.
  | { step: 'asked'; before: Pick<Token, 'modifiedOn'> | null }
)
export type KeptNewSecret = NewSecret & { key: string }

/** Of this page: a dialog tells of it. */
let own: { key: string; tokenId: string } | null = null

/** Keeps it in the tab, so that a reload or a crash before the user has the secret is not silent. */
export function keepNewSecret(accountId: string, secret: NewSecret): void {
  if (own?.tokenId !== secret.tokenId) {
    forgetNewSecret()
    own = { key: `${newSecretKeys(accountId)}${Date.now()}`, tokenId: secret.tokenId }
    holdForPage(own.key)
  }
  keep(own.key, JSON.stringify(secret))
}

export const keepRoll = (accountId: string, tokenId: string, before: Token | null): void =>
  keepNewSecret(accountId, { step: 'asked', tokenId, before: before && { modifiedOn: before.modifiedOn } })

/** The user knows what became of it. */
export function forgetNewSecret(): void {
  if (own) keep(own.key, null)
  own = null
}

const listeners = new Set<() => void>()

const tell = () => {
  for (const listener of listeners) listener()
}

/** The user needs no word more of one of a page before this one. */
export function dismissNewSecret(key: string): void {
  keep(key, null)
  tell()
}

/** The user has the secret that is shown, so those that the token had before don’t matter any more. */
export function noteStored(accountId: string, tokenId: string): void {
  forgetNewSecret()
  for (const key of keptKeys(newSecretKeys(accountId))) if (read(key)?.tokenId === tokenId) keep(key, null)
  tell()
}

/** Calls `listener` when the result of `lostNewSecrets` may be another one. Returns how to end that. */
export function onNewSecretsChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/**
 * Those of a page before this one, the oldest first. A browser copies what a tab keeps when the tab is duplicated; the
 * copy of one that another tab still shows is removed.
 */
export async function lostNewSecrets(accountId: string): Promise<KeptNewSecret[]> {
  const keys = keptKeys(newSecretKeys(accountId)).filter((key) => key !== own?.key)
  const kept = await Promise.all(
    keys.toSorted().map(async (key) => {
      const secret = read(key)
      if (secret && !(await isHeldElsewhere(key))) return [{ ...secret, key }]
      keep(key, null)
      return []
    }),
  )
  return kept.flat()
}

/** What the tab wrote itself, of this version; `null` for anything else. */
function read(key: string): NewSecret | null {
  try {
    const { tokenId, step, before }: Record<string, unknown> = JSON.parse(readKept(key) ?? '')
    if (typeof tokenId !== 'string') return null
    if (step === 'shown') return { tokenId, step }
    const modifiedOn = isObject(before) ? before['modifiedOn'] : null
    return { tokenId, step: 'asked', before: typeof modifiedOn === 'string' ? { modifiedOn } : null }
  } catch {
    return null
  }
}
