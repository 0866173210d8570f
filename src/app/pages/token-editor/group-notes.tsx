import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { familyForScope, scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import type { ChosenGroup, EditorResources } from '#domain/policy/editor-policy.ts'
import { blankResources } from '#domain/policy/editor-resources.ts'
import { familyOf, lowerFirst } from '#domain/resources/families.ts'

type GroupNotesProps = {
  /** Groups that do not fit the resources of their policy. */
  wrong: ChosenGroup[]
  /** Groups that the catalogue does not have. */
  unknown: ChosenGroup[]
  /** All groups of the policy. */
  chosen: ChosenGroup[]
  byId: ReadonlyMap<string, PermissionGroup>
  onChange: (chosen: ChosenGroup[]) => void
  onSplit: (moved: ChosenGroup[], resources: EditorResources) => void
}

/** What is odd about chosen groups, each with its cure in one click. */
export function GroupNotes({ wrong, unknown, chosen, byId, onChange, onSplit }: GroupNotesProps) {
  const scopeOf = (id: string) => byId.get(id)?.scopes[0] ?? ''
  const target = wrong[0] && familyForScope(scopeOf(wrong[0].id))
  const movable = target ? wrong.filter(({ id }) => familyForScope(scopeOf(id)) === target) : []
  const title =
    wrong.length === 1
      ? 'One permission doesn’t apply to these resources'
      : `${wrong.length} permissions don’t apply to these resources`
  const needOf = ({ id, name }: ChosenGroup) =>
    `“${byId.get(id)?.name ?? name ?? id}” needs ${lowerFirst(scopeLabel(scopeOf(id)))} resources.`

  return (
    <>
      {wrong.length > 0 && (
        <Note
          tone="caution"
          title={title}
          action={
            target &&
            movable.length > 0 && (
              <Button
                size="small"
                onClick={({ currentTarget }) => {
                  passFocus(currentTarget, { within: '[data-chip-field]', otherwise: 'input[type=search]' })
                  onSplit(movable, blankResources(target))
                }}
              >
                {movable.length === chosen.length ? 'Switch to' : 'Move to a new policy on'}{' '}
                {lowerFirst(familyOf(target).label)}
              </Button>
            )
          }
        >
          <p>{wrong.map(needOf).join(' ')}</p>
        </Note>
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
    </>
  )
}
