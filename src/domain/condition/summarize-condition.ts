import type { IpCondition } from '#domain/token/token.ts'
import { addressesOf, isEverything, isNothing } from './address-set.ts'
import { countRanges } from './count-ranges.ts'

/** As `countRanges`, but ranges that come to all addresses are "Anywhere", and to none "Nowhere". */
export function summarizeCondition(condition: IpCondition): string {
  const addresses = addressesOf(condition)
  if (addresses && isEverything(addresses)) return 'Anywhere'
  if (addresses && isNothing(addresses)) return 'Nowhere'
  return countRanges(condition)
}
