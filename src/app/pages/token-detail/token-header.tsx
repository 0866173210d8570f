import { Ellipsis, Pencil, RotateCw } from 'lucide-react'
import { Suspense, useDeferredValue } from 'react'
import { ButtonLink, Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { ReadOnlyReason } from '#app/parts/read-only-reason.tsx'
import { StatusChip } from '#app/parts/status-chip.tsx'
import { titleOf } from '#app/parts/title-of.ts'
import { prepareActionDialogs } from '#app/parts/token-actions/token-action-dialogs.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Menu } from '#app/ui/menu.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

const FindingTag = lazyComponent(() => import('./finding-tag.tsx'), 'FindingTag')
const TokenMenu = lazyComponent(() => import('#app/parts/token-actions/token-menu.tsx'), 'TokenMenu')

type TokenHeaderProps = { token: Token; onAction: (kind: TokenAction['kind']) => void }

/** Name, status and ID of a token, and what can be done with it here. */
export function TokenHeader({ token, onAction }: TokenHeaderProps) {
  const accountId = useAccountId()
  const isReadOnly = useReadOnly(accountId)
  const isOwn = useOwnTokenId(accountId) === token.id
  // The rules are loaded once the page is shown.
  const isShown = useDeferredValue(true, false)

  return (
    <PageHeader
      back={<Link href={paths.tokens(accountId)}>Tokens</Link>}
      title={<TokenName name={token.name} />}
      titleText={titleOf(token.name)}
      status={
        <>
          <StatusChip token={token} />
          {isOwn && <Chip tone="info">Used by Token Desk</Chip>}
          {isShown && (
            <Suspense>
              <FindingTag token={token} />
            </Suspense>
          )}
        </>
      }
      meta={
        <span className={styles.id}>
          <code>{token.id}</code>
          <CopyButton value={token.id} label="Copy ID" size="small" tone="quiet" iconOnly />
        </span>
      }
      actions={
        <>
          <ReadOnlyReason accountId={accountId} />
          {!isReadOnly && (
            <>
              <ButtonLink tone="primary" href={paths.editToken(accountId, token.id)}>
                <Icon of={Pencil} /> Edit
              </ButtonLink>
              <Button
                icon={<Icon of={RotateCw} />}
                onPointerEnter={prepareActionDialogs}
                onFocus={prepareActionDialogs}
                onClick={() => onAction('roll')}
              >
                Roll
              </Button>
            </>
          )}
          <span className={styles.more}>
            <Menu label={MORE} icon={<Icon of={Ellipsis} />} load={TokenMenu.preload}>
              <TokenMenu label={MORE} token={token} without={OFFERED} onAction={({ kind }) => onAction(kind)} />
            </Menu>
          </span>
        </>
      }
    />
  )
}

const MORE = 'More actions'
const OFFERED = ['view', 'edit', 'roll', 'copy'] as const
