import type { NeedState } from '#domain/operations/need.ts'
import type { Requirement } from '#domain/operations/requirements.ts'
import { grouped } from '#domain/text/plural.ts'

type Kind = 'can' | 'cannot' | 'unknown'

const KINDS: Record<NeedState, Kind> = {
  exact: 'can',
  any: 'can',
  'user-only': 'cannot',
  unsupported: 'cannot',
  unpublished: 'unknown',
}

export const NO_REQUEST = 'No request found in it'

/** "3 an account token can make, 1 it can’t, 1 unknown". */
export function requestsWords(requirements: readonly Requirement[]): string {
  if (requirements.length === 0) return NO_REQUEST
  const counts = { can: 0, cannot: 0, unknown: 0 }
  for (const { needs } of requirements) {
    const [need] = needs
    counts[need ? KINDS[need.state] : 'unknown'] += 1
  }
  const { can, cannot, unknown } = counts
  return [
    can > 0 && `${grouped(can)} an account token can make`,
    cannot > 0 && `${grouped(cannot)} ${can > 0 ? 'it can’t' : 'an account token can’t make'}`,
    unknown > 0 && `${grouped(unknown)} unknown`,
  ]
    .filter(Boolean)
    .join(', ')
}
