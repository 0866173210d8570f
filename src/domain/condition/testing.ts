import { encloses, toNetwork } from './ip-ranges.ts'

/** Whether every address of `inner` is in `outer`. Invalid text contains nothing and is in nothing. */
export function contains(outer: string, inner: string): boolean {
  const [outside, inside] = [toNetwork(outer), toNetwork(inner)]
  return outside !== null && inside !== null && encloses(outside, inside)
}
