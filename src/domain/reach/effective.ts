import { addressesOf, touches } from '#domain/condition/address-set.ts'
import { toNetwork } from '#domain/condition/ip-ranges.ts'
import { deriveStatus, kindByTime, type TokenState } from '#domain/token/status.ts'
import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'

/** A time (ms since 1970), and the address of the caller where it matters. */
export type Moment = { now: number; address?: string }

/** Whether a token works at a moment, and what decides it. What cannot be read is `unknown`, neither yes nor no. */
export type Effective = { works: 'yes' | 'no' | 'unknown'; by: TokenState['kind'] | 'address' | 'time' }

type Limits = Pick<Token, 'status' | 'notBefore' | 'expiresOn' | 'condition'>

export function effectiveAt(token: Limits, { now, address }: Moment): Effective {
  const { kind } = deriveStatus(token, now)
  if (kind === 'unknown') {
    const byTime = kindByTime(token, now)
    return byTime === 'expired' || byTime === 'scheduled' ? { works: 'no', by: byTime } : { works: 'unknown', by: kind }
  }
  if (kind !== 'active' && kind !== 'expiring') return { works: 'no', by: kind }
  if ([token.notBefore, token.expiresOn].some(isUnreadable)) return { works: 'unknown', by: 'time' }
  const isLetIn = address === undefined ? true : letsIn(token, address)
  if (isLetIn === true) return { works: 'yes', by: kind }
  return { works: isLetIn === null ? 'unknown' : 'no', by: 'address' }
}

const isUnreadable = (time: string | null) => time !== null && Number.isNaN(msOf(time))

function letsIn({ condition }: Limits, address: string): boolean | null {
  const set = addressesOf(condition)
  const from = toNetwork(address)
  return set === null || from === null ? null : touches(from, set)
}
