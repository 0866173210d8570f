import type { UseQueryResult } from '@tanstack/react-query'
import { CopyPlus, Trash2 } from 'lucide-react'
import { memo, useRef } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { FieldError } from '#app/ui/field-error.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { Section } from '#app/ui/section.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { useNearView } from '#app/ui/use-near-view.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { AdvancedPolicyField } from './advanced-policy-field.tsx'
import { policyProblems } from './form-problems.ts'
import { useStoredToken } from './stored-token.ts'
import { policyRow, type FormValues } from './form-values.ts'
import { useKnownRefusals } from './use-refusals.ts'
import { PermissionField } from './permission-field.tsx'
import { PolicyRefusals } from './policy-refusals.tsx'
import { ResourcesField } from './resources-field.tsx'
import { ServerProblem } from './server-problem.tsx'
import styles from './token-editor.module.css'

type PolicyCardProps = {
  index: number
  catalogue: UseQueryResult<PermissionGroup[]>
  /** In view from the start; the others watch for it. */
  isInView: boolean
  onInsert: (index: number, row: FormValues['policies'][number]) => void
  onRemove: (index: number) => void
}

const EFFECTS = [
  { value: 'allow' as const, label: 'Allow' },
  { value: 'deny' as const, label: 'Deny' },
]

/** Memoised: a form may hold fifty, and a change in one is no reason to render the others. */
export const PolicyCard = memo(function PolicyCard(props: PolicyCardProps) {
  const { index, catalogue, isInView, onInsert, onRemove } = props
  const accountId = useAccountId()
  const { control } = useFormContext<FormValues>()
  const judging = { accountId, stored: useStoredToken(), catalogue: catalogue.data }
  const refusalsOf = useKnownRefusals(accountId, catalogue.data)
  const { field, fieldState } = useController({ control, name: `policies.${index}.policy` })
  const typed = useController({ control, name: `policies.${index}.typed` })
  // Of fifty policies one or two are in view. The others show their problems, and their fields once they are near.
  const card = useRef<HTMLDivElement>(null)
  const isNear = useNearView(card, isInView)
  const policy: EditorPolicy = field.value
  // Computed, not stored: each problem shows at its own part of the card.
  const problems = fieldState.error ? policyProblems(policy, judging) : []
  const problemOf = (part: 'resources' | 'permissionGroups' | 'json') =>
    problems.find((problem) => problem.field === part)?.message
  const insertAfter = (row: EditorPolicy) => onInsert(index + 1, policyRow(row))
  const replaceWith = ([first, ...others]: EditorPolicy[]) => {
    if (first) field.onChange(first)
    // Each is put right behind this one.
    for (const other of others.toReversed()) insertAfter(other)
  }
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
            icon={<Icon of={CopyPlus} />}
            onClick={() => insertAfter(policy)}
          />
          <IconButton
            label={`Remove policy ${index + 1}`}
            icon={<Icon of={Trash2} />}
            data-removes-policy
            onClick={({ currentTarget }) => {
              passFocus(currentTarget, {
                within: 'form',
                kin: '[data-removes-policy]',
                otherwise: '[data-adds-policy]',
              })
              onRemove(index)
            }}
          />
        </>
      }
    >
      {/* A place for the focus when the API refuses the policy as a whole. */}
      <div
        ref={(place) => {
          field.ref(place)
          card.current = place
        }}
        tabIndex={-1}
        className={`stack ${styles.fields}`}
        data-empty={!isNear || undefined}
      >
        {fieldState.error && (isServerProblem || problems.length === 0) && (
          <FieldError>
            {isServerProblem ? (
              <ServerProblem
                message={fieldState.error.message ?? ''}
                {...(policy.kind === 'visual' &&
                  policy.resources.family === 'zones' && {
                    onAllZones: () => field.onChange({ ...policy, resources: { family: 'all-zones' } }),
                  })}
              />
            ) : (
              <p>Cloudflare would refuse this policy: mend what is said below.</p>
            )}
          </FieldError>
        )}
        {!isNear ? null : policy.kind === 'advanced' ? (
          <>
            <AdvancedPolicyField
              policy={policy}
              error={problemOf('json')}
              onChange={(json) => field.onChange({ ...policy, json })}
            />
            <PolicyRefusals refusals={refusalsOf(policy)} onCure={replaceWith} />
          </>
        ) : (
          <>
            <ResourcesField
              name={field.name}
              resources={policy.resources}
              error={problemOf('resources')}
              typed={{ field: typed.field, error: typed.fieldState.error?.message }}
              catalogue={catalogue.data}
              onChange={(resources) => {
                // What was typed for other resources says nothing about these.
                if (resources.family !== policy.resources.family) typed.field.onChange('')
                field.onChange({ ...policy, resources })
              }}
            />
            <PolicyRefusals refusals={refusalsOf(policy)} onCure={replaceWith} />
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
                insertAfter({ ...policy, resources, permissionGroups: moved })
              }}
            />
          </>
        )}
      </div>
    </Section>
  )
})
