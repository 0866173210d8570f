import type { UseQueryResult } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Help } from '#app/parts/help/help.tsx'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { FieldError } from '#app/ui/field-error.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupFits } from '#domain/permission-groups/scope-fit.ts'
import type { ChosenGroup, EditorResources, VisualPolicy } from '#domain/policy/editor-policy.ts'
import { ChosenGroups } from './chosen-groups.tsx'
import { PermissionPicker } from './permission-picker.tsx'
import { PickerSkeleton } from './picker-skeleton.tsx'
import styles from './token-editor.module.css'

const GroupNotes = lazyComponent(() => import('./group-notes.tsx'), 'GroupNotes')
const EndingGroups = lazyComponent(() => import('./ending-groups.tsx'), 'EndingGroups')

type PermissionFieldProps = {
  catalogue: UseQueryResult<PermissionGroup[]>
  policy: VisualPolicy
  error: string | undefined
  onChange: (chosen: ChosenGroup[]) => void
  /** Moves groups into a policy of their own; all of them take their policy along. */
  onSplit: (moved: ChosenGroup[], resources: EditorResources) => void
}

/** The picker, what is chosen, and help when a choice does not fit the resources. */
export function PermissionField({ catalogue, policy, error, onChange, onSplit }: PermissionFieldProps) {
  const { permissionGroups: chosen, resources } = policy
  const { family } = resources
  const byId = groupsById(catalogue.data ?? NO_GROUPS)
  const wrong = chosen.filter(({ id }) => {
    const group = byId.get(id)
    return group && !groupFits(group, family)
  })
  const unknown = catalogue.data ? chosen.filter(({ id }) => !byId.has(id)) : []
  const ending = chosen.flatMap(({ id }) => byId.get(id) ?? []).filter(({ deprecation }) => deprecation !== null)
  const swap = (id: string, successor: PermissionGroup) =>
    onChange(
      chosen
        .filter((one) => one.id !== successor.id)
        .map((one) => (one.id === id ? { id: successor.id, name: successor.name } : one)),
    )

  return (
    <div className={`stack ${styles.fields}`} data-chip-field>
      <p className={styles.label}>
        Permission groups <Help topic="permissions" /> <span className="quiet">{chosen.length} selected</span>
      </p>
      <FieldError>{error}</FieldError>
      <ChosenGroups
        policy={policy}
        catalogue={catalogue.data}
        odd={new Set([...wrong, ...unknown].map(({ id }) => id))}
        onRemove={(removed) => onChange(chosen.filter(({ id }) => id !== removed))}
      />
      {(wrong.length > 0 || unknown.length > 0) && (
        <Suspense>
          <GroupNotes {...{ wrong, unknown, chosen, byId, onChange, onSplit }} />
        </Suspense>
      )}
      {ending.length > 0 && (
        <Suspense>
          <EndingGroups ending={ending} catalogue={catalogue.data ?? NO_GROUPS} onSwap={swap} />
        </Suspense>
      )}
      {catalogue.data && (
        <PermissionPicker groups={catalogue.data} family={family} chosen={chosen} onChange={onChange} />
      )}
      {catalogue.isPending && <PickerSkeleton />}
      {catalogue.error && !catalogue.data && (
        <FailureNote failure={catalogue.error} title="Couldn’t load permission groups" retry={catalogue} />
      )}
    </div>
  )
}

const NO_GROUPS: PermissionGroup[] = []
