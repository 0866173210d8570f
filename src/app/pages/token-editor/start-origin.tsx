import { useQuery } from '@tanstack/react-query'
import { CopyPlus, FileBraces, KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { keptPolicies } from '#app/parts/imported-token.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { Start } from './start.ts'
import styles from './start-gallery.module.css'

type StartOriginProps = { start: Start; copiedName: string | undefined; onChange: () => void }

/** Where the form's values come from, in a line. */
export function StartOrigin({ start, copiedName, onChange }: StartOriginProps) {
  const accountId = useAccountId()
  const catalogue = useQuery(permissionGroupsQuery(accountId))
  const groupName = start.group && groupsById(catalogue.data ?? []).get(start.group)?.name
  return (
    <div className={styles.origin}>
      <Icon of={start.from ? CopyPlus : start.brought ? FileBraces : KeyRound} />
      <p>
        {start.from && (
          <Origin text="Copied from">{copiedName !== undefined && <TokenName name={copiedName} />}</Origin>
        )}
        {start.brought && (keptPolicies(start.brought) ? 'The smallest set' : 'Imported token')}
        {start.group && <Origin text="Starts with">{groupName ?? start.group}</Origin>}
      </p>
      <Button size="small" onClick={onChange}>
        Change
      </Button>
    </div>
  )
}

const Origin = ({ text, children }: { text: string; children: ReactNode }) => (
  <>
    {text} <b>{children}</b>
  </>
)
