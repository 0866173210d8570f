import { Ellipsis } from 'lucide-react'
import { startTransition, useEffect } from 'react'
import { prepareActionDialogs } from '#app/parts/token-actions/token-action-dialogs.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useTokenActions } from '#app/parts/token-actions/use-token-actions.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { OpenMenu } from '#app/ui/open-menu.tsx'
import type { Token } from '#domain/token/token.ts'

type RowMenuProps = { label: string; token: Token; onAction: (action: TokenAction) => void }

/** Everything that can be done with the token of a row. */
export function RowMenu({ label, token, onAction }: RowMenuProps) {
  const accountId = useAccountId()
  const isReadOnly = useReadOnly(accountId)
  // The menu closes at once, also where the dialog still has to be loaded.
  const actionsOf = useTokenActions(accountId, isReadOnly, (action) => startTransition(() => onAction(action)))

  // The network is outside React: an open menu is likely to be followed by a dialog.
  useEffect(() => {
    if (!isReadOnly) prepareActionDialogs()
  }, [isReadOnly])

  const items = actionsOf(token).flatMap(({ kind, icon, onSelect }) => [
    ...(kind === 'roll' || kind === 'delete' ? (['separator'] as const) : []),
    { label: LABELS[kind], icon: <Icon of={icon} />, onSelect, ...(kind === 'delete' && { tone: 'danger' as const }) },
  ])
  return (
    <OpenMenu label={label} icon={<Icon of={Ellipsis} />} items={items} sheetTitle={<TokenName name={token.name} />} />
  )
}

const LABELS = {
  view: 'View',
  edit: 'Edit',
  duplicate: 'Duplicate',
  copy: 'Copy ID',
  export: 'Export…',
  roll: 'Roll…',
  enable: 'Enable…',
  disable: 'Disable…',
  delete: 'Delete…',
}
