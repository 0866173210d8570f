import { Link, useNavigate } from '@tanstack/react-router'
import { Copy, CopyPlus, Ellipsis, Eye, Pencil, Power, PowerOff, RotateCw, Trash2 } from 'lucide-react'
import { StatusChip } from '#app/parts/status-chip.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { Chip } from '#app/ui/chip.tsx'
import { copyText } from '#app/ui/copy-text.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Menu } from '#app/ui/menu.tsx'
import { Time } from '#app/ui/time.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import { summarizeCondition, summarizePermissions, summarizeResources } from '#domain/policy/summary.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-list.module.css'

type TokenTableProps = {
  accountId: string
  tokens: Token[]
  /** Rows of the page before, kept until the asked-for ones are in. */
  isStale: boolean
  onAction: (action: TokenAction) => void
}

export function TokenTable({ accountId, tokens, isStale, onAction }: TokenTableProps) {
  const ownTokenId = useOwnTokenId(accountId)
  return (
    <DataTable label="API tokens" busy={isStale} columns={<TokenColumns />}>
      {tokens.map((token) => (
        <TokenRow
          key={token.id}
          accountId={accountId}
          token={token}
          isOwn={token.id === ownTokenId}
          onAction={onAction}
        />
      ))}
    </DataTable>
  )
}

/** The header row, shared with the skeleton so that nothing moves when the rows come in. */
export function TokenColumns() {
  return (
    <tr>
      <th scope="col">Name</th>
      <th scope="col">Status</th>
      <th scope="col">Permissions</th>
      <th scope="col" data-detail>
        Resources
      </th>
      <th scope="col" data-detail="middle">
        From
      </th>
      <th scope="col">Last used</th>
      <th scope="col">Expires</th>
      <th scope="col" data-detail="wide">
        Modified
      </th>
      <th scope="col" data-actions>
        <span className="visually-hidden">Actions</span>
      </th>
    </tr>
  )
}

type TokenRowProps = { accountId: string; token: Token; isOwn: boolean; onAction: (action: TokenAction) => void }

function TokenRow({ accountId, token, isOwn, onAction }: TokenRowProps) {
  const permissions = summarizePermissions(token.policies)
  const from = summarizeCondition(token.condition)
  return (
    <tr>
      <td data-primary>
        <span className={styles.name}>
          <Link to="/accounts/$accountId/tokens/$tokenId" params={{ accountId, tokenId: token.id }}>
            <TokenName name={token.name} />
          </Link>
          {isOwn && (
            <Chip tone="info" shape="level" title="The token this app runs on">
              This app
            </Chip>
          )}
        </span>
      </td>
      <td data-label="Status">
        <StatusChip token={token} />
      </td>
      <td data-label="Permissions">
        {permissions.first ? (
          <span className={styles.permissions}>
            <span>{permissions.first.product}</span> <b>{permissions.first.level}</b>
            {permissions.more > 0 && <span className={styles.more}> +{permissions.more}</span>}
          </span>
        ) : (
          'None'
        )}
      </td>
      <td data-label="Resources" data-detail>
        {summarizeResources(token.policies, accountId)}
      </td>
      <td data-label="From" data-detail="middle" data-muted={from !== 'Anywhere' || undefined}>
        {from}
      </td>
      <td data-label="Last used" data-muted>
        <Time value={token.lastUsedOn} missing="Never" />
      </td>
      <td data-label="Expires" data-muted={token.expiresOn !== null || undefined}>
        <Time value={token.expiresOn} missing="Never" />
      </td>
      <td data-label="Modified" data-muted data-detail="wide">
        <Time value={token.modifiedOn} missing="Not known" />
      </td>
      <td data-actions>
        <RowMenu accountId={accountId} token={token} onAction={onAction} />
      </td>
    </tr>
  )
}

function RowMenu({ accountId, token, onAction }: Omit<TokenRowProps, 'isOwn'>) {
  const navigate = useNavigate()
  const toast = useToast()
  const isReadOnly = useReadOnly(accountId)
  const params = { accountId, tokenId: token.id }
  const copyId = async () => {
    const isCopied = await copyText(token.id)
    toast({ message: isCopied ? 'Token id copied' : `The clipboard is closed to this page. The id is ${token.id}` })
  }

  return (
    <Menu
      label={`Actions for ${token.name || token.id}`}
      icon={<Ellipsis />}
      items={[
        {
          label: 'View',
          icon: <Eye />,
          onSelect: () => void navigate({ to: '/accounts/$accountId/tokens/$tokenId', params }),
        },
        ...(isReadOnly
          ? []
          : ([
              {
                label: 'Edit',
                icon: <Pencil />,
                onSelect: () => void navigate({ to: '/accounts/$accountId/tokens/$tokenId/edit', params }),
              },
              {
                label: 'Duplicate',
                icon: <CopyPlus />,
                onSelect: () =>
                  void navigate({
                    to: '/accounts/$accountId/tokens/new',
                    params: { accountId },
                    search: { from: token.id },
                  }),
              },
            ] as const)),
        { label: 'Copy id', icon: <Copy />, onSelect: () => void copyId() },
        ...(isReadOnly
          ? []
          : ([
              'separator',
              { label: 'Roll secret…', icon: <RotateCw />, onSelect: () => onAction({ kind: 'roll', token }) },
              token.status === 'disabled'
                ? { label: 'Enable…', icon: <Power />, onSelect: () => onAction({ kind: 'enable', token }) }
                : { label: 'Disable…', icon: <PowerOff />, onSelect: () => onAction({ kind: 'disable', token }) },
              {
                label: 'Delete…',
                icon: <Trash2 />,
                tone: 'danger',
                onSelect: () => onAction({ kind: 'delete', token }),
              },
            ] as const)),
      ]}
    />
  )
}
