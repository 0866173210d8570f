import { canonicalPolicy } from './canonical.ts'
import { toApi, toInput, type EditorPolicy } from './editor-policy.ts'

const known = new WeakMap<unknown[], ReadonlySet<string>>()

/**
 * Whether a policy of the editor means what one of the stored ones means: the API has taken it, so
 * nothing about it is new. Asked by every card at every key, and made once for each list.
 */
export function isHeld(policy: EditorPolicy, stored: unknown[], accountId: string): boolean {
  const texts = known.get(stored) ?? new Set(stored.map((one) => canonicalPolicy(toInput(one))))
  known.set(stored, texts)
  return texts.has(canonicalPolicy(toApi(policy, accountId)))
}
