import { findSecrets, type FoundSecret } from './find-secrets.ts'
import { findSecretsInSteps } from './redact-steps.ts'

/** Replaces a secret. A body that contains it is never sent. */
export const REMOVED = '[secret removed]'

/** How many secrets were removed from a text. */
export const removedIn = (text: string): number => text.split(REMOVED).length - 1

export type Redacted = { text: string; removed: number }

/** Removes the secrets from a pasted text and keeps everything else, so that its format stays readable. */
export const redactSecrets = (text: string): Redacted => without(findSecrets(text), text)

/**
 * The same for a text that is being typed. The first letters of a secret are removed as soon as they are one, so what
 * follows a removed one without a space belongs to it.
 */
export const redactTyped = (text: string): Redacted => {
  const redacted = redactSecrets(text)
  return { ...redacted, text: redacted.text.replace(TYPED_ON, REMOVED) }
}

const TYPED_ON = /\[secret removed\](?:\[secret removed\]|-?\w)+/g

/** The same for a text of any length, in steps: each yields the share that is done, from 0 to 1. */
export function* redactInSteps(text: string): Generator<number, Redacted, void> {
  return without(yield* findSecretsInSteps(text), text)
}

function without(found: readonly FoundSecret[], text: string): Redacted {
  if (found.length === 0) return { text, removed: 0 }
  let end = 0
  const parts = found.map((one) => {
    const part = text.slice(end, one.start) + REMOVED
    ;({ end } = one)
    return part
  })
  return { text: parts.join('') + text.slice(end), removed: found.length }
}
