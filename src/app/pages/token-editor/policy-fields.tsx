import type { UseQueryResult } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { ControllerFieldState } from 'react-hook-form'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Skeleton } from '#app/ui/skeleton.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { ChosenGroup, EditorPolicy, EditorResources } from '#domain/policy/editor-policy.ts'
import type { TypedText } from './choice-list.tsx'
import { policyProblems } from './form-problems.ts'
import { policyRow, type FormValues } from './form-values.ts'
import { PermissionField } from './permission-field.tsx'
import { PolicyRefusals } from './policy-refusals.tsx'
import { ResourcesField } from './resources-field.tsx'
import { ServerProblem } from './server-problem.tsx'
import { useStoredToken } from './stored-token.ts'
import { useKnownRefusals } from './use-refusals.ts'
import styles from './token-editor.module.css'

// Few policies need it.
const AdvancedPolicyField = lazyComponent(() => import('./advanced-policy-field.tsx'), 'AdvancedPolicyField')

type PolicyFieldsProps = {
  index: number
  policy: EditorPolicy
  error: ControllerFieldState['error']
  typed: TypedText
  name: string
  catalogue: UseQueryResult<PermissionGroup[]>
  onChange: (policy: EditorPolicy) => void
  onInsert: (index: number, row: FormValues['policies'][number]) => void
}

/** The fields of an open policy, with what is wrong at each. */
export function PolicyFields(props: PolicyFieldsProps) {
  const { index, policy, error, typed, catalogue, onChange, onInsert } = props
  const accountId = useAccountId()
  const judging = { accountId, stored: useStoredToken(), catalogue: catalogue.data }
  const refusalsOf = useKnownRefusals(accountId, catalogue.data)
  // Computed, not stored: each problem shows at its own part of the card.
  const problems = error ? policyProblems(policy, judging) : []
  const problemOf = (part: 'resources' | 'permissionGroups' | 'json') =>
    problems.find((problem) => problem.field === part)?.message
  const insertAfter = (row: EditorPolicy) => onInsert(index + 1, policyRow(row))
  const replaceWith = ([first, ...others]: EditorPolicy[]) => {
    if (first) onChange(first)
    // Each is put right behind this one.
    for (const other of others.toReversed()) insertAfter(other)
  }
  const isServerProblem = error?.type === 'server'

  return (
    <div className={`stack ${styles.fields}`}>
      {error && (isServerProblem || problems.length === 0) && (
        <div role="alert" className={styles.problem}>
          {isServerProblem ? (
            <ServerProblem
              message={error.message ?? ''}
              {...(policy.kind === 'visual' &&
                policy.resources.family === 'zones' && {
                  onAllZones: () => onChange({ ...policy, resources: { family: 'all-zones' } }),
                })}
            />
          ) : (
            <p>Cloudflare would refuse this policy. Fix the problem below.</p>
          )}
        </div>
      )}
      {policy.kind === 'advanced' ? (
        <>
          <Suspense fallback={<Skeleton lines={6} />}>
            <AdvancedPolicyField
              policy={policy}
              error={problemOf('json')}
              onChange={(json) => onChange({ ...policy, json })}
            />
          </Suspense>
          <PolicyRefusals refusals={refusalsOf(policy)} onCure={replaceWith} />
        </>
      ) : (
        <>
          <ResourcesField
            name={props.name}
            resources={policy.resources}
            error={problemOf('resources')}
            typed={typed}
            catalogue={catalogue.data}
            onChange={(resources) => {
              // What was typed for other resources says nothing about these.
              if (resources.family !== policy.resources.family) typed.field.onChange('')
              onChange({ ...policy, resources })
            }}
          />
          <PolicyRefusals refusals={refusalsOf(policy)} onCure={replaceWith} />
          <PermissionField
            catalogue={catalogue}
            policy={policy}
            error={problemOf('permissionGroups')}
            onChange={(permissionGroups) => onChange({ ...policy, permissionGroups })}
            onSplit={(moved: ChosenGroup[], resources: EditorResources) => {
              const left = policy.permissionGroups.filter(({ id }) => !moved.some((one) => one.id === id))
              // An empty policy would be left.
              if (left.length === 0) return onChange({ ...policy, resources })
              onChange({ ...policy, permissionGroups: left })
              insertAfter({ ...policy, resources, permissionGroups: moved })
            }}
          />
        </>
      )}
    </div>
  )
}
