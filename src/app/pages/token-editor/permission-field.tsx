import type { UseQueryResult } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Help } from '#app/parts/help/help.tsx'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field-error.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Note } from '#app/ui/note.tsx'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { familyForScope, groupFits, scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import type { ChosenGroup, EditorResources, VisualPolicy } from '#domain/policy/editor-policy.ts'
import { blankResources } from '#domain/policy/editor-resources.ts'
import { familyOf, lowerFirst } from '#domain/resources/families.ts'
import { ChosenGroups } from './chosen-groups.tsx'
import { PermissionPicker } from './permission-picker.tsx'
import { PickerSkeleton } from './picker-skeleton.tsx'
import styles from './token-editor.module.css'

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
  const target = wrong[0] && familyForScope(byId.get(wrong[0].id)?.scopes[0] ?? '')
  const movable = target ? wrong.filter(({ id }) => familyForScope(byId.get(id)?.scopes[0] ?? '') === target) : []

  const wrongTitle =
    wrong.length === 1
      ? 'One permission doesn’t apply to these resources'
      : `${wrong.length} permissions don’t apply to these resources`
  const needOf = ({ id, name }: ChosenGroup) =>
    `“${byId.get(id)?.name ?? name ?? id}” needs ${lowerFirst(scopeLabel(byId.get(id)?.scopes[0] ?? ''))} resources.`

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
      {wrong.length > 0 && (
        <Note
          tone="caution"
          title={wrongTitle}
          action={
            target &&
            movable.length > 0 && (
              <Button size="small" onClick={() => onSplit(movable, blankResources(target))}>
                {movable.length === chosen.length ? 'Switch to' : 'Move to a new policy on'}{' '}
                {lowerFirst(familyOf(target).label)}
              </Button>
            )
          }
        >
          <p>{wrong.map(needOf).join(' ')}</p>
        </Note>
      )}
      {ending.length > 0 && (
        <Suspense>
          <EndingGroups ending={ending} catalogue={catalogue.data ?? NO_GROUPS} onSwap={swap} />
        </Suspense>
      )}
      {unknown.length > 0 && (
        <Note tone="caution" title="Not in this account’s catalogue">
          <p>
            {unknown.map(({ id, name }) => name ?? id).join(', ')}. Sent unchanged; Cloudflare can refuse{' '}
            {unknown.length === 1 ? 'it' : 'them'}.
          </p>
          <Button size="small" onClick={() => onChange(chosen.filter(({ id }) => byId.has(id)))}>
            Remove {unknown.length === 1 ? 'it' : 'them'}
          </Button>
        </Note>
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
