import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { ButtonLink, Link } from '#app/parts/link.tsx'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { StatusChip } from '#app/parts/status-chip.tsx'
import { prepareActionDialogs, TokenActionDialogs } from '#app/parts/token-actions/token-action-dialogs.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { titleOf } from '#app/parts/title-of.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { ReadOnlyReason } from '#app/parts/read-only-reason.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { TokenLife } from './token-life.tsx'
import { TokenPowers } from './token-powers.tsx'
import { UnknownFields } from './unknown-fields.tsx'
import styles from './token-detail.module.css'

const ExportDialog = lazyComponent(
  () => import('#app/parts/export/export-dialog.tsx'),
  (file) => file.ExportDialog,
)

export function TokenDetailPage() {
  const accountId = useAccountId()
  const { tokenId } = useParams({ from: '/accounts/$accountId/tokens/$tokenId' })
  const [search, onSearch] = usePageSearch('/accounts/$accountId/tokens/$tokenId')
  const navigate = useNavigate()
  const { data: token, error, refetch, isFetching } = useSuspenseQuery(tokenQuery(accountId, tokenId))
  const zones = useQuery(zonesQuery(accountId))
  const ownTokenId = useOwnTokenId(accountId)
  const isReadOnly = useReadOnly(accountId)
  const [isExporting, setIsExporting] = useState(false)
  const [action, setAction] = useState<TokenAction['kind'] | null>(null)
  const statusChange = token.status === 'disabled' ? 'enable' : 'disable'
  const intent = { onPointerEnter: prepareActionDialogs, onFocus: prepareActionDialogs }

  return (
    <>
      <PageHeader
        back={<Link href={paths.tokens(accountId)}>Tokens</Link>}
        title={<TokenName name={token.name} />}
        titleText={titleOf(token.name)}
        status={
          <>
            <StatusChip token={token} />
            {token.id === ownTokenId && <Chip tone="info">This app runs on it</Chip>}
          </>
        }
        meta={
          <span className={styles.id}>
            <code>{token.id}</code>
            <CopyButton value={token.id} label="Copy id" size="small" tone="quiet" iconOnly />
          </span>
        }
        actions={
          <>
            <Button onClick={() => setIsExporting(true)}>Export</Button>
            <ReadOnlyReason accountId={accountId} />
            {!isReadOnly && (
              <>
                <ButtonLink href={paths.newToken(accountId, { from: token.id })}>Duplicate</ButtonLink>
                <Button {...intent} onClick={() => setAction('roll')}>
                  Roll secret
                </Button>
                <Button {...intent} onClick={() => setAction(statusChange)}>
                  {statusChange === 'enable' ? 'Enable' : 'Disable'}
                </Button>
                <Button {...intent} tone="danger" onClick={() => setAction('delete')}>
                  Delete
                </Button>
                <ButtonLink tone="primary" href={paths.editToken(accountId, tokenId)}>
                  Edit
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      {error && (
        <FailureNote
          failure={error}
          title="This may be out of date: it could not be refreshed"
          retry={{ isFetching, refetch }}
        />
      )}
      <Columns
        main={
          <Card>
            <Section title="What it may do">
              <Tabs
                label="What it may do"
                value={search.view ?? 'words'}
                onChange={(next) =>
                  onSearch({ view: next === 'json' ? 'json' : undefined }, { replace: true, resetScroll: false })
                }
                tabs={[
                  {
                    value: 'words',
                    label: 'In words',
                    content: <TokenPowers token={token} zones={zones.data} />,
                  },
                  {
                    value: 'json',
                    label: 'JSON',
                    content: (
                      <CodeBlock
                        label="The token as the API sends it"
                        code={JSON.stringify(token.wire, null, 2)}
                        copyable
                      />
                    ),
                  },
                ]}
              />
            </Section>
          </Card>
        }
        aside={
          <>
            <TokenLife token={token} />
            <UnknownFields wire={token.wire} />
          </>
        }
      />
      {isExporting && (
        <Suspense>
          <ExportDialog accountId={accountId} tokens={[token]} onClose={() => setIsExporting(false)} />
        </Suspense>
      )}
      {action && (
        <TokenActionDialogs
          accountId={accountId}
          action={{ kind: action, token }}
          onClose={() => setAction(null)}
          onDeleted={() => void navigate({ href: paths.tokens(accountId), replace: true })}
        />
      )}
    </>
  )
}
