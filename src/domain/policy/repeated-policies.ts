import { canonicalPolicy } from './canonical.ts'
import { isBlankPolicy, toApi, type EditorPolicy } from './editor-policy.ts'

/** For each policy the index of the first one that means the same before it, or `null`. Unfinished ones are compared with none. */
export function repeatedPolicies(policies: EditorPolicy[], accountId: string): (number | null)[] {
  const firsts = new Map<string, number>()
  return policies.map((policy, index) => {
    if (isBlankPolicy(policy)) return null
    const text = canonicalPolicy(toApi(policy, accountId))
    const first = firsts.get(text)
    if (first === undefined) firsts.set(text, index)
    return first ?? null
  })
}
