import listStyles from '#app/parts/removable-list.module.css'
import type { UseQueryResult } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field-error.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { Note } from '#app/ui/note.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { familyForScope, groupFits, scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import type { ChosenGroup, EditorResources } from '#domain/policy/editor-policy.ts'
import { blankResources } from '#domain/policy/editor-resources.ts'
import { familyOf, lowerFirst } from '#domain/resources/families.ts'
import { PermissionPicker } from './permission-picker.tsx'
import styles from './token-editor.module.css'

type PermissionFieldProps = {
  catalogue: UseQueryResult<PermissionGroup[]>
  family: EditorResources['family']
  chosen: ChosenGroup[]
  error: string | undefined
  onChange: (chosen: ChosenGroup[]) => void
  /** Moves groups into a policy of their own. */
  onSplit: (moved: ChosenGroup[], resources: EditorResources) => void
}

/** The picker, what is chosen, and help when a choice does not fit the resources. */
export function PermissionField({ catalogue, family, chosen, error, onChange, onSplit }: PermissionFieldProps) {
  const byId = groupsById(catalogue.data ?? NO_GROUPS)
  const wrong = chosen.filter(({ id }) => {
    const group = byId.get(id)
    return group && !groupFits(group, family)
  })
  const unknown = catalogue.data ? chosen.filter(({ id }) => !byId.has(id)) : []
  const target = wrong[0] && familyForScope(byId.get(wrong[0].id)?.scopes[0] ?? '')
  const movable = target ? wrong.filter(({ id }) => familyForScope(byId.get(id)?.scopes[0] ?? '') === target) : []

  return (
    <div className={`stack ${styles.fields}`}>
      <p className={styles.label}>
        Permission groups <span className="quiet">{chosen.length} selected</span>
      </p>
      <FieldError>{error}</FieldError>
      {chosen.length > 0 && (
        <ul className={listStyles.list} aria-label="Selected permission groups">
          {chosen.map(({ id, name }) => (
            <SelectedGroup
              key={id}
              name={byId.get(id)?.name ?? name ?? id}
              onRemove={() => onChange(chosen.filter((group) => group.id !== id))}
            />
          ))}
        </ul>
      )}
      {wrong.length > 0 && (
        <Note
          tone="caution"
          title={`${wrong.length === 1 ? 'One permission does' : `${wrong.length} permissions do`} not apply to these resources`}
          action={
            target &&
            movable.length > 0 && (
              <Button size="small" onClick={() => onSplit(movable, blankResources(target))}>
                Move to a new policy on {lowerFirst(familyOf(target).label)}
              </Button>
            )
          }
        >
          <p>
            {wrong
              .map(
                ({ id, name }) => `${byId.get(id)?.name ?? name ?? id} (${scopeLabel(byId.get(id)?.scopes[0] ?? '')})`,
              )
              .join(', ')}
          </p>
        </Note>
      )}
      {unknown.length > 0 && (
        <Note tone="caution" title="Not in this account’s catalogue">
          <p>
            {unknown.map(({ id, name }) => name ?? id).join(', ')}. Kept as{' '}
            {unknown.length === 1 ? 'it is' : 'they are'}; Cloudflare decides on saving.
          </p>
          <Button size="small" onClick={() => onChange(chosen.filter(({ id }) => byId.has(id)))}>
            Take {unknown.length === 1 ? 'it' : 'them'} out
          </Button>
        </Note>
      )}
      {catalogue.data && (
        <PermissionPicker groups={catalogue.data} family={family} chosen={chosen} onChange={onChange} />
      )}
      {catalogue.isPending && <Skeleton lines={6} />}
      {catalogue.error && !catalogue.data && (
        <FailureNote failure={catalogue.error} title="The permission groups could not be loaded" retry={catalogue} />
      )}
    </div>
  )
}

type SelectedGroupProps = { name: string; onRemove: () => void }

function SelectedGroup({ name, onRemove }: SelectedGroupProps) {
  return (
    <li>
      {name}
      <button
        type="button"
        aria-label={`Take out ${name}`}
        onClick={({ currentTarget }) => {
          passFocus(currentTarget, { within: `.${styles.fields}`, kin: 'li button', otherwise: 'input' })
          onRemove()
        }}
      >
        <Icon of={X} />
      </button>
    </li>
  )
}

const NO_GROUPS: PermissionGroup[] = []
