import { useAccountId } from '#app/parts/use-account-id.ts'
import { GROUPS_MAX } from '#domain/policy/validate-policy.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { policyProblems } from './form-problems.ts'
import { useStoredToken } from './stored-token.ts'

type PolicyGapProps = { index: number; policy: EditorPolicy }

/** What a policy still needs, in a component of its own: React can handle input between the many. */
export function PolicyGap({ index, policy }: PolicyGapProps) {
  // Only what is missing is a gap: a pairing that does not fit is a warning.
  const judging = { accountId: useAccountId(), stored: useStoredToken(), catalogue: undefined }
  const parts = policyProblems(policy, judging).map(({ field }) => field)
  if (parts.length === 0) return null
  return (
    <li>
      Policy {index + 1} {gapWords(policy, parts)}.
    </li>
  )
}

function gapWords(policy: EditorPolicy, parts: ReturnType<typeof policyProblems>[number]['field'][]): string {
  if (parts.includes('json')) return 'has invalid JSON'
  if (policy.kind === 'visual' && policy.permissionGroups.length > GROUPS_MAX) return 'has too many permission groups'
  const words = [parts.includes('resources') && 'resources', parts.includes('permissionGroups') && 'permission groups']
  return `needs ${words.filter(Boolean).join(' and ')}`
}
