import { kindLevel, type AccessLevel } from './access-level.ts'
import type { Share } from './compare.ts'

/** A permission group with all places of one part of a comparison. */
export type CompareRow = { key: string; name: string; level: AccessLevel; shares: Share[]; isSure: boolean }

/** The parts of a comparison by permission group, the strongest first. */
export function compareRows(shares: readonly Share[]): CompareRow[] {
  const rows = new Map<string, CompareRow>()
  for (const share of shares) {
    const { group, isSure } = share
    const key = `${group.id} ${isSure}`
    const known = rows.get(key)
    if (known) known.shares.push(share)
    else rows.set(key, { key, name: group.name ?? group.id, level: 'none', shares: [share], isSure })
  }
  return [...rows.values()]
    .map((row) => ({ ...row, level: levelOfRow(row) }))
    .toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || compare(a.name, b.name))
}

const ORDER: AccessLevel[] = ['everywhere', 'change', 'unknown', 'run', 'read']

function levelOfRow({ shares, isSure }: CompareRow): AccessLevel {
  const [first] = shares
  if (!isSure || !first) return 'unknown'
  const isEverywhere = shares.some(({ place: { kind } }) => kind === 'account' || kind === 'all')
  return first.group.kind === 'change' && isEverywhere ? 'everywhere' : kindLevel(first.group.kind)
}

const compare = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare
