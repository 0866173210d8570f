import type { UseQueryResult } from '@tanstack/react-query'
import { CopyPlus, Trash2 } from 'lucide-react'
import { useController, useFormContext } from 'react-hook-form'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Section } from '#app/ui/section.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { validatePolicy } from '#domain/policy/validate-policy.ts'
import { AdvancedPolicyField } from './advanced-policy-field.tsx'
import type { FormValues } from './form-values.ts'
import { misfits } from './misfits.ts'
import { PermissionField } from './permission-field.tsx'
import { ResourcesField } from './resources-field.tsx'
import styles from './token-editor.module.css'

type PolicyCardProps = {
  accountId: string
  index: number
  catalogue: UseQueryResult<PermissionGroup[]>
  onDuplicate: (policy: EditorPolicy) => void
  onAddAfter: (policy: EditorPolicy) => void
  onRemove: () => void
}

const EFFECTS = [
  { value: 'allow' as const, label: 'Allow' },
  { value: 'deny' as const, label: 'Deny' },
]

export function PolicyCard({ accountId, index, catalogue, onDuplicate, onAddAfter, onRemove }: PolicyCardProps) {
  const { control } = useFormContext<FormValues>()
  const { field, fieldState } = useController({
    control,
    name: `policies.${index}.policy`,
    rules: { validate: (policy) => firstProblem(policy, catalogue.data) ?? true },
  })
  const policy: EditorPolicy = field.value
  // The problems are computed, not stored: each stands at its own part of the card.
  const problems = fieldState.error ? validatePolicy(policy) : []
  const problemOf = (part: 'resources' | 'permissionGroups' | 'json') =>
    problems.find((problem) => problem.field === part)?.message
  const isServerProblem = fieldState.error?.type === 'server'

  return (
    <Section
      title={`Policy ${index + 1}`}
      actions={
        <>
          {policy.kind === 'visual' && (
            <Segmented
              legend={`Effect of policy ${index + 1}`}
              hideLegend
              size="small"
              name={`${field.name}.effect`}
              value={policy.effect}
              options={EFFECTS}
              onChange={(effect) => field.onChange({ ...policy, effect })}
            />
          )}
          <IconButton
            label={`Duplicate policy ${index + 1}`}
            icon={<CopyPlus />}
            onClick={() => onDuplicate({ ...policy, source: null })}
          />
          <IconButton label={`Remove policy ${index + 1}`} icon={<Trash2 />} onClick={onRemove} />
        </>
      }
    >
      {/* A place for the focus when the API refuses the policy as a whole. */}
      <div ref={field.ref} tabIndex={-1} className={styles.fields}>
        {fieldState.error && (isServerProblem || problems.length === 0) && (
          <p role="alert" className={styles.problem}>
            {isServerProblem ? `Cloudflare says: ${fieldState.error.message}` : fieldState.error.message}
          </p>
        )}
        {policy.kind === 'advanced' ? (
          <AdvancedPolicyField
            policy={policy}
            error={problemOf('json')}
            onChange={(json) => field.onChange({ ...policy, json })}
          />
        ) : (
          <>
            <ResourcesField
              accountId={accountId}
              name={field.name}
              resources={policy.resources}
              error={problemOf('resources')}
              onChange={(resources) => field.onChange({ ...policy, resources })}
            />
            <PermissionField
              catalogue={catalogue}
              family={policy.resources.family}
              chosen={policy.permissionGroups}
              error={problemOf('permissionGroups')}
              onChange={(permissionGroups) => field.onChange({ ...policy, permissionGroups })}
              onSplit={(moved, resources) => {
                const ids = new Set(moved.map(({ id }) => id))
                field.onChange({
                  ...policy,
                  permissionGroups: policy.permissionGroups.filter(({ id }) => !ids.has(id)),
                })
                onAddAfter({ ...policy, resources, permissionGroups: moved, source: null })
              }}
            />
          </>
        )}
      </div>
    </Section>
  )
}

function firstProblem(policy: EditorPolicy, groups: PermissionGroup[] | undefined) {
  const problem = validatePolicy(policy)[0]?.message
  if (problem) return problem
  const wrong = policy.kind === 'visual' && groups ? misfits(policy, groups) : []
  return wrong.length > 0
    ? `${wrong.map(({ name }) => name).join(', ')}: not for these resources. Move to a policy of its own, or take it out.`
    : undefined
}
