import type { Finding } from '#domain/findings/finding.ts'

/** The field in which the user can end a finding, and the words that lead there. `index` is that of a policy. */
export type FixField = { kind: 'ip' | 'name' | 'starts' | 'ends' | 'policy'; index: number; label: string }

const FIELDS: Record<string, Omit<FixField, 'index'>> = {
  expiresOn: { kind: 'ends', label: 'Go to the expiration' },
  notBefore: { kind: 'starts', label: 'Go to the start' },
  condition: { kind: 'ip', label: 'Go to the IP limit' },
  name: { kind: 'name', label: 'Go to the name' },
}

/** The first thing that the finding tells of; `null` where that is no field of the form. */
export function fixField({ evidence }: Pick<Finding, 'evidence'>): FixField | null {
  const named = evidence.find(({ field }) => field !== undefined && Object.hasOwn(FIELDS, field))?.field
  const field = named === undefined ? undefined : FIELDS[named]
  if (field) return { ...field, index: 0 }
  const index = evidence.find(({ policyIndex }) => policyIndex !== undefined)?.policyIndex
  return index === undefined ? null : { kind: 'policy', index, label: `Go to policy ${index + 1}` }
}
