import { redactTyped } from '#domain/secret/redact.ts'
import { readExport, type ImportedTokens } from '#domain/token-json/read-export.ts'

/** A text that the user brought, without its secrets, and the tokens in it or why there are none. */
export type BroughtText = { text: string; hadSecret: boolean; read: ImportedTokens | { problem: string } }

/** Read once, as it came. */
export function readBrought(typed: string): BroughtText {
  const { text, removed } = redactTyped(typed)
  return { text, hadSecret: removed > 0, read: readExport(text) }
}
