import type { IpMode } from '#domain/condition/condition.ts'
import type { Finding } from '#domain/findings/finding.ts'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import { grouped } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'

export type Many = { kind: BulkAction['kind']; ipMode: IpMode; tokens: Token[]; label: string }

const LABELS = { disable: 'Disable', delete: 'Delete', expiry: 'Set expiration of', ip: 'Set IP limit of' }

/**
 * The change that ends several findings at once, and "5 of them" where others have a fix of their own; `null` where the
 * changes differ, or are none that is made for many.
 */
export function manyAtOnce(findings: readonly Finding[], tokens: ReadonlyMap<string, Token>): Many | null {
  const changed = findings.flatMap(({ tokenId, fix }) =>
    fix.kind === 'action' ? [{ tokenId, action: fix.action }] : [],
  )
  const kinds = new Set(changed.map(({ action }) => action.kind))
  const [kind] = kinds
  if (kinds.size !== 1 || !kind || kind === 'roll') return null
  const named = (list: readonly { tokenId: string | null }[]) => new Set(list.map(({ tokenId }) => tokenId))
  const concerned = [...named(changed)].flatMap((id) => tokens.get(id ?? '') ?? [])
  if (concerned.length < 2) return null
  const amount = grouped(concerned.length)
  const whom = named(findings).size === concerned.length ? `all ${amount}` : `${amount} of them`
  const replaces = changed.some(({ action }) => action.kind === 'ip' && action.mode === 'replace')
  return { kind, ipMode: replaces ? 'replace' : 'add', tokens: concerned, label: `${LABELS[kind]} ${whom}…` }
}
