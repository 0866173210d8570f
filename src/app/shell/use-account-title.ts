import { secretRules } from '#app/parts/secret-rules.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { useIsQuiet } from './use-is-quiet.ts'

type LooksLikeSecret = (text: string) => boolean

/** An account's name for the titles of its pages, which go into the browser's history. Not while it may be a secret. */
export function accountTitle(name: string | null, looksLikeSecret: LooksLikeSecret | undefined): string | undefined {
  if (name === null || looksLikeSecret?.(name) !== false) return undefined
  return spelledOut(name)
}

/** The rules load after the first page. */
export function useAccountTitle(name: string | null): string | undefined {
  const isQuiet = useIsQuiet()
  return accountTitle(name, secretRules.useModule(isQuiet && name)?.looksLikeSecret)
}
