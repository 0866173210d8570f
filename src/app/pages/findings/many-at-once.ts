import type { Finding } from '#domain/findings/finding.ts'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import { grouped } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'

type Many = { kind: BulkAction['kind']; tokens: Token[]; label: string }

const LABELS = {
  disable: (many: string) => `Disable all ${many}…`,
  delete: (many: string) => `Delete all ${many}…`,
  expiry: (many: string) => `Set expiration of all ${many}…`,
  ip: (many: string) => `Set IP limit of all ${many}…`,
}

/** The change that ends several findings at once; `null` where their fixes differ, or are none that is made for many. */
export function manyAtOnce(findings: readonly Finding[], tokens: ReadonlyMap<string, Token>): Many | null {
  const kinds = new Set(findings.map(({ fix }) => (fix.kind === 'action' ? fix.action.kind : null)))
  const [kind] = kinds
  if (kinds.size !== 1 || !kind || kind === 'roll') return null
  const concerned = [...new Set(findings.flatMap(({ tokenId }) => tokens.get(tokenId ?? '') ?? []))]
  return concerned.length < 2 ? null : { kind, tokens: concerned, label: LABELS[kind](grouped(concerned.length)) }
}
