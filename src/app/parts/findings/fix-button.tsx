import { createContext, Suspense, useContext, useState, type ReactNode } from 'react'
import { ButtonLink } from '#app/parts/link.tsx'
import { keyOf } from '#app/parts/expiry/periods.ts'
import { paths } from '#app/parts/paths.ts'
import { writeSearch } from '#app/parts/search-text.ts'
import { TokenActionDialogs, prepareActionDialogs } from '#app/parts/token-actions/token-action-dialogs.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { Button } from '#app/ui/button.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { weekOf } from '#domain/expiry/expiry.ts'
import type { IpMode } from '#domain/condition/condition.ts'
import type { Finding, Fix } from '#domain/findings/finding.ts'
import { draftOf, type TokenDraft } from '#domain/token/request-body.ts'
import { nameInText } from '#domain/token/name.ts'
import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { keepFix } from './kept-fix.ts'

const BulkDialog = lazyComponent(() => import('#app/parts/bulk/bulk-code.ts'), 'BulkDialog')

type FixButtonProps = {
  finding: Finding
  /** The token of the finding; `null` for the account, or a token that is gone. */
  token: Token | null
  size?: 'small'
  onDone?: () => void
  /** After a delete, in place of `onDone`. */
  onDeleted?: () => void
}

/** Opens what ends a finding, in the `FixDialogs` around it. Nothing is written before the user has reviewed it. */
export function FixButton({ finding, token, ...how }: FixButtonProps) {
  const isReadOnly = useReadOnly(useAccountId())
  if (finding.tokenId === null) return <AccountFix finding={finding} size={how.size} />
  if (!token || isReadOnly) return null
  return <TokenFix fix={finding.fix} token={token} {...how} />
}

function AccountFix({ finding, size = 'small' }: Pick<FixButtonProps, 'finding'> & { size: 'small' | undefined }) {
  const accountId = useAccountId()
  if (finding.rule === 'T12')
    return (
      <ButtonLink size={size} href={paths.expiry(accountId, { when: weekOfEnds(finding) })}>
        Spread expirations
      </ButtonLink>
    )
  if (finding.rule === 'O6')
    return (
      <ButtonLink size={size} href={`${paths.tokens(accountId)}${writeSearch({ finding: 'T10,T7' })}`}>
        Show unused tokens
      </ButtonLink>
    )
  return null
}

/** In the address of the expiry page: the week of most of the ends, so that of the middle one. */
function weekOfEnds({ evidence }: Finding): string {
  const { at = '' } = evidence[Math.floor((evidence.length - 1) / 2)] ?? {}
  return keyOf(weekOf(msOf(at)))
}

type TokenFixProps = Omit<FixButtonProps, 'finding' | 'token'> & { fix: Fix; token: Token }

function TokenFix({ fix, token, size = 'small', ...done }: TokenFixProps) {
  const accountId = useAccountId()
  const isOwn = useOwnTokenId(accountId) === token.id
  if (fix.kind === 'none') return null
  if (fix.kind === 'replace')
    return (
      <ButtonLink
        size={size}
        href={paths.newToken(accountId, { from: token.id, as: 'replacement' })}
        aria-label={nameOf(fix.label, token)}
      >
        {fix.label}
      </ButtonLink>
    )
  if (fix.kind === 'edit') {
    // A change of the app's own token is not prepared, so it is not named.
    const label = isOwn ? 'Edit token' : fix.label
    return (
      <ButtonLink
        size={size}
        aria-label={nameOf(label, token)}
        href={paths.editToken(
          accountId,
          token.id,
          fix.policyIndex === undefined ? {} : { policy: fix.policyIndex + 1 },
        )}
      >
        {label}
      </ButtonLink>
    )
  }
  const draft = () => draftOfFix(fix, token)
  if (fix.kind === 'draft' || fix.action.kind === 'expiry')
    return (
      <ButtonLink
        size={size}
        href={paths.editToken(accountId, token.id, { fix: 'draft' })}
        aria-label={nameOf(fix.label, token)}
        onClick={() => keepFix(accountId, { base: token, draft: draft() })}
      >
        {fix.label}
      </ButtonLink>
    )
  const ipMode = fix.action.kind === 'ip' ? fix.action.mode : undefined
  return <DialogFix label={fix.label} kind={fix.action.kind} ipMode={ipMode} token={token} size={size} {...done} />
}

/** Many tokens of a page have the same fix. */
const nameOf = (label: string, token: Token) => `${label}: ${nameInText(token)}`

/** A new end is a draft as well, so that it is reviewed like every other change. */
function draftOfFix(fix: Fix, token: Token): TokenDraft {
  if (fix.kind === 'draft') return fix.draft
  const draft = draftOf(token)
  return fix.kind === 'action' && fix.action.kind === 'expiry' ? { ...draft, expiresOn: fix.action.expiresOn } : draft
}

type DialogFixProps = Omit<TokenFixProps, 'fix'> & { label: string } & Pick<Opened, 'kind' | 'ipMode'>

function DialogFix({ label, size = 'small', ...opened }: DialogFixProps) {
  const open = useContext(OpenFix)
  return (
    <Button
      size={size}
      aria-label={nameOf(label, opened.token)}
      onPointerEnter={prepareActionDialogs}
      onFocus={prepareActionDialogs}
      onClick={() => open(opened)}
    >
      {label}
    </Button>
  )
}

/** The dialog keeps the token it was opened on: a refetch in the background must not change it. */
type Opened = Pick<TokenFixProps, 'token' | 'onDone' | 'onDeleted'> & {
  kind: 'disable' | 'delete' | 'roll' | 'ip'
  ipMode: IpMode | undefined
}

const OpenFix = createContext<(opened: Opened) => void>(() => {})

/** Holds what the fixes in it open: a finding goes with what ends it, and may not take a new secret along. */
export function FixDialogs({ children }: { children: ReactNode }) {
  const accountId = useAccountId()
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  return (
    <OpenFix value={setOpened}>
      {children}
      {opened &&
        (opened.kind === 'ip' ? (
          <Suspense>
            <BulkDialog
              kind="ip"
              ipMode={opened.ipMode}
              tokens={[opened.token]}
              onClose={(outcomes) => {
                close()
                if ([...outcomes.values()].some((outcome) => outcome.kind === 'done')) opened.onDone?.()
              }}
            />
          </Suspense>
        ) : (
          <TokenActionDialogs
            accountId={accountId}
            action={{ kind: opened.kind, token: opened.token }}
            onClose={close}
            onDeleted={() => {
              close()
              ;(opened.onDeleted ?? opened.onDone)?.()
            }}
          />
        ))}
    </OpenFix>
  )
}
