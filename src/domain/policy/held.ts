import { canonicalPolicy } from './canonical.ts'
import { toApi, toInput, type EditorPolicy } from './editor-policy.ts'

const known = new WeakMap<unknown[], ReadonlySet<string>>()

/**
 * Whether a policy of the editor has the meaning of a stored one, so that the API has accepted it before. Every card
 * asks at every keystroke, so the texts are computed once per list.
 */
export function isHeld(policy: EditorPolicy, stored: unknown[], accountId: string): boolean {
  const texts = known.get(stored) ?? new Set(stored.map((one) => canonicalPolicy(toInput(one))))
  known.set(stored, texts)
  return texts.has(canonicalPolicy(toApi(policy, accountId)))
}
