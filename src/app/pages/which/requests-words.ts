import type { NeedState } from '#domain/operations/need.ts'
import type { Requirement } from '#domain/operations/requirements.ts'
import { count, grouped } from '#domain/text/plural.ts'

type Kind = 'can' | 'cannot' | 'unknown'

const KINDS: Record<NeedState, Kind> = {
  exact: 'can',
  any: 'can',
  'user-only': 'cannot',
  unsupported: 'cannot',
  unpublished: 'unknown',
}

export const NO_REQUEST = 'No request found in it'

/** "3 requests work with an account token, 1 doesn’t, 1 unknown". */
export function requestsWords(requirements: readonly Requirement[]): string {
  if (requirements.length === 0) return NO_REQUEST
  const counts = { can: 0, cannot: 0, unknown: 0 }
  for (const { needs } of requirements) {
    const [need] = needs
    counts[need ? KINDS[need.state] : 'unknown'] += 1
  }
  const { can, cannot, unknown } = counts
  const doNot = cannot === 1 ? 'doesn’t' : 'don’t'
  return [
    can > 0 && `${count(can, 'request')} ${can === 1 ? 'works' : 'work'} with an account token`,
    cannot > 0 &&
      (can > 0 ? `${grouped(cannot)} ${doNot}` : `${count(cannot, 'request')} ${doNot} work with an account token`),
    unknown > 0 && `${grouped(unknown)} unknown`,
  ]
    .filter(Boolean)
    .join(', ')
}
