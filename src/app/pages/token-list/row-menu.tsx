import { Copy, CopyPlus, Ellipsis, Eye, Pencil, Power, PowerOff, RotateCw, Trash2 } from 'lucide-react'
import { startTransition, useEffect } from 'react'
import { paths } from '#app/parts/paths.ts'
import { prepareActionDialogs } from '#app/parts/token-actions/token-action-dialogs.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { useNavigate } from '@tanstack/react-router'
import { copyText } from '#app/ui/copy-text.ts'
import { Icon } from '#app/ui/icon.tsx'
import { OpenMenu } from '#app/ui/open-menu.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import type { Token } from '#domain/token/token.ts'

type RowMenuProps = { label: string; token: Token; onAction: (action: TokenAction) => void }

/** Everything that can be done with the token of a row. */
export function RowMenu({ label, token, onAction }: RowMenuProps) {
  const accountId = useAccountId()
  const navigate = useNavigate()
  const toast = useToast()
  const isReadOnly = useReadOnly(accountId)

  // The network is outside React: an open menu is likely to be followed by a dialog.
  useEffect(() => {
    if (!isReadOnly) prepareActionDialogs()
  }, [isReadOnly])

  // The menu closes at once, also where the dialog still has to be loaded.
  const open = (action: TokenAction) => startTransition(() => onAction(action))
  const copyId = async () => {
    const isCopied = await copyText(token.id)
    toast({ message: isCopied ? 'Token id copied' : `The clipboard is closed to this page. The id is ${token.id}` })
  }

  return (
    <OpenMenu
      label={label}
      icon={<Icon of={Ellipsis} />}
      items={[
        {
          label: 'View',
          icon: <Icon of={Eye} />,
          onSelect: () => void navigate({ href: paths.token(accountId, token.id) }),
        },
        ...(isReadOnly
          ? []
          : ([
              {
                label: 'Edit',
                icon: <Icon of={Pencil} />,
                onSelect: () => void navigate({ href: paths.editToken(accountId, token.id) }),
              },
              {
                label: 'Duplicate',
                icon: <Icon of={CopyPlus} />,
                onSelect: () => void navigate({ href: paths.newToken(accountId, { from: token.id }) }),
              },
            ] as const)),
        { label: 'Copy id', icon: <Icon of={Copy} />, onSelect: () => void copyId() },
        ...(isReadOnly
          ? []
          : ([
              'separator',
              {
                label: 'Roll secret…',
                icon: <Icon of={RotateCw} />,
                onSelect: () => open({ kind: 'roll', token }),
              },
              token.status === 'disabled'
                ? { label: 'Enable…', icon: <Icon of={Power} />, onSelect: () => open({ kind: 'enable', token }) }
                : {
                    label: 'Disable…',
                    icon: <Icon of={PowerOff} />,
                    onSelect: () => open({ kind: 'disable', token }),
                  },
              {
                label: 'Delete…',
                icon: <Icon of={Trash2} />,
                tone: 'danger',
                onSelect: () => open({ kind: 'delete', token }),
              },
            ] as const)),
      ]}
    />
  )
}
