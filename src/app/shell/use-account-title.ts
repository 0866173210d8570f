import { secretRules } from '#app/parts/secret-rules.ts'
import { spelledOut } from '#domain/token/name.ts'

type LooksLikeSecret = (text: string) => boolean

/** An account's name for the titles of its pages, which go into the browser's history. Not while it may be a secret. */
export function accountTitle(name: string | null, looksLikeSecret: LooksLikeSecret | undefined): string | undefined {
  if (name === null || looksLikeSecret?.(name) !== false) return undefined
  return spelledOut(name)
}

/** The rules load once the page's content has rendered. */
export const useAccountTitle = (name: string | null, isLater: boolean) =>
  accountTitle(name, secretRules.useModule(isLater && name)?.looksLikeSecret)
