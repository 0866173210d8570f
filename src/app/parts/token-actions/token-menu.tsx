import { Ellipsis } from 'lucide-react'
import { startTransition, useEffect } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { OpenMenu } from '#app/ui/open-menu.tsx'
import type { Token } from '#domain/token/token.ts'
import { prepareActionDialogs } from './token-action-dialogs.tsx'
import type { TokenAction } from './token-action.ts'
import { useTokenActions } from './use-token-actions.ts'

type Kind = keyof typeof LABELS

type TokenMenuProps = {
  label: string
  token: Token
  onAction: (action: TokenAction) => void
  /** What the page around it offers already. */
  without?: readonly Kind[]
}

/** Everything that can be done with a token. */
export function TokenMenu({ label, token, onAction, without }: TokenMenuProps) {
  const accountId = useAccountId()
  const isReadOnly = useReadOnly(accountId)
  // The menu closes at once, also where the dialog still has to be loaded.
  const actionsOf = useTokenActions(accountId, isReadOnly, (action) => startTransition(() => onAction(action)))

  // The network is outside React: an open menu is likely to be followed by a dialog.
  useEffect(() => {
    if (!isReadOnly) prepareActionDialogs()
  }, [isReadOnly])

  const actions = actionsOf(token).filter(({ kind }) => !without?.includes(kind))
  const firstEnding = actions.find(({ kind }) => ENDINGS.has(kind))
  const items = actions.flatMap(({ kind, icon, onSelect }) => [
    ...(kind === firstEnding?.kind ? (['separator'] as const) : []),
    { label: LABELS[kind], icon: <Icon of={icon} />, onSelect, ...(kind === 'delete' && { tone: 'danger' as const }) },
  ])
  return (
    <OpenMenu label={label} icon={<Icon of={Ellipsis} />} items={items} sheetTitle={<TokenName name={token.name} />} />
  )
}

/** What ends or restores access is in a group of its own. */
const ENDINGS = new Set<Kind>(['roll', 'enable', 'disable', 'delete'])

const LABELS = {
  view: 'View',
  edit: 'Edit',
  duplicate: 'Duplicate',
  compare: 'Compare with…',
  copy: 'Copy ID',
  export: 'Export…',
  roll: 'Roll…',
  enable: 'Enable…',
  disable: 'Disable…',
  delete: 'Delete…',
}
