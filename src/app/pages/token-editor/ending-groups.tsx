import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { Time } from '#app/ui/time.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { successorOf } from '#domain/permission-groups/successors.ts'
import { count } from '#domain/text/plural.ts'

type EndingGroupsProps = {
  ending: PermissionGroup[]
  catalogue: PermissionGroup[]
  onSwap: (id: string, successor: PermissionGroup) => void
}

/** The chosen permission groups whose end Cloudflare has announced, each with what it names as the replacement. */
export function EndingGroups({ ending, catalogue, onSwap }: EndingGroupsProps) {
  return (
    <Note tone="caution" title={`${count(ending.length, 'permission')} deprecated`}>
      {ending.map(({ id, name, deprecation }) => {
        const successor = successorOf(id, catalogue)
        return (
          <p key={id}>
            “{name}”{' '}
            {deprecation?.eolAt ? (
              <>
                is removed on <Time value={deprecation.eolAt} missing="" format="date" />.
              </>
            ) : (
              'will be removed.'
            )}{' '}
            {successor ? (
              <>
                {successor.name} replaces it.{' '}
                <Button
                  size="small"
                  data-swaps
                  aria-label={`Replace ${name}`}
                  onClick={({ currentTarget }) => {
                    passFocus(currentTarget, {
                      within: '[data-chip-field]',
                      kin: '[data-swaps]',
                      otherwise: 'input[type=search]',
                    })
                    onSwap(id, successor)
                  }}
                >
                  Replace
                </Button>
              </>
            ) : (
              'No replacement is known: choose one below.'
            )}
          </p>
        )
      })}
    </Note>
  )
}
