import { AccessChip } from '#app/parts/access-chip.tsx'
import { AcknowledgeOwnToken } from '#app/parts/token-actions/acknowledge-own-token.tsx'
import { ConfirmField } from '#app/parts/token-actions/confirm-field.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { VirtualList } from '#app/parts/virtual-list.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Note } from '#app/ui/note.tsx'
import { Time } from '#app/ui/time.tsx'
import { givesMore, type BulkPlan, type PlannedChange } from '#domain/inventory/bulk-plan.ts'
import type { Change } from '#domain/token/diff.ts'
import { summarizePermissions, summarizeResources } from '#domain/policy/summary.ts'
import { count, grouped } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './bulk.module.css'

const OWN_WARNING = {
  server: 'It’s one of the selected tokens, and is changed last. Token Desk may lose access then.',
  signedIn: 'It’s one of the selected tokens, and is changed last. You may lose access then.',
}

const UNKNOWN_WARNING = {
  server: 'Token Desk may lose access before the others are changed.',
  signedIn: 'You may lose access before the others are changed.',
}

/** As many skipped tokens are shown without a click. */
const FEW = 5

export type Confirmation = { typed: string; isMeant: boolean; isAware: boolean }

type BulkPreviewProps = {
  plan: BulkPlan
  hasOwn: boolean
  /** It is not known which token is the app's own. */
  mayHoldOwn: boolean
  includesOwn: boolean
  onIncludeOwn: (includesOwn: boolean) => void
  confirmation: Confirmation
  onConfirmation: (confirmation: Confirmation) => void
  /** Enter where the number is typed. */
  onConfirm: () => void
}

/** What changes for which token, what is left out and why, and the confirmation. */
export function BulkPreview(props: BulkPreviewProps) {
  const { plan, hasOwn, mayHoldOwn, includesOwn, onIncludeOwn, confirmation, onConfirmation } = props
  const { planned, leftOut } = plan
  const accountId = useAccountId()
  const usedLately = planned.filter(({ isUsedLately }) => isUsedLately).length
  const wider = planned.filter(givesMore).length

  return (
    <div className="stack">
      {planned.length > 0 && (
        <>
          <p role="status">
            <b>
              {count(planned.length, 'token')} will {planned.some(({ wanted }) => wanted) ? 'change' : 'be deleted'}
            </b>
            {usedLately > 0 && `, ${grouped(usedLately)} used in the last 7 days`}.
          </p>
          <VirtualList label="What changes" items={planned} keyOf={({ token }) => token.id}>
            {(step) => <PlannedLine step={step} />}
          </VirtualList>
        </>
      )}
      {planned.length === 0 && <Note tone="info" title="No tokens to change" role="status" />}
      {leftOut.length > 0 && (
        <details className={styles.leftOut} open={leftOut.length <= FEW}>
          <summary>{count(leftOut.length, 'token')} skipped</summary>
          <VirtualList label="Skipped" items={leftOut} keyOf={({ token }) => token.id}>
            {({ token, reason }) => (
              <span className={styles.line}>
                <TokenName name={token.name} /> <span className="quiet">{reason}</span>
              </span>
            )}
          </VirtualList>
        </details>
      )}
      {hasOwn && !includesOwn && (
        <Checkbox
          label="Include the token Token Desk uses"
          hint="Skipped by default"
          checked={false}
          onChange={() => onIncludeOwn(true)}
        />
      )}
      {hasOwn && includesOwn && (
        <AcknowledgeOwnToken accountId={accountId} warning={OWN_WARNING} checked onChange={onIncludeOwn} />
      )}
      {mayHoldOwn && planned.length > 0 && (
        <AcknowledgeOwnToken
          accountId={accountId}
          doubt={planned.length === 1 ? 'This' : 'One of these'}
          warning={UNKNOWN_WARNING}
          checked={confirmation.isAware}
          onChange={(isAware) => onConfirmation({ ...confirmation, isAware })}
        />
      )}
      {wider > 0 && (
        <Checkbox
          label={`Extend access for ${count(wider, 'token')}`}
          checked={confirmation.isMeant}
          onChange={(event) => onConfirmation({ ...confirmation, isMeant: event.target.checked })}
        />
      )}
      {planned.length > 0 && (
        <ConfirmField
          label="Type the number of tokens to confirm"
          word={String(planned.length)}
          inputMode="numeric"
          value={confirmation.typed}
          onChange={(typed) => onConfirmation({ ...confirmation, typed })}
          onConfirm={props.onConfirm}
        />
      )}
    </div>
  )
}

function PlannedLine({ step }: { step: PlannedChange }) {
  const accountId = useAccountId()
  const { token, changes, isUsedLately, wanted } = step
  return (
    <div className={styles.planned}>
      <span className={styles.line}>
        <TokenName name={token.name} />
        {isUsedLately && (
          <Chip tone="caution">
            Used <Time value={token.lastUsedOn} missing="" />
          </Chip>
        )}
      </span>
      {!wanted && <span className="quiet">Loses {lostWords(token.policies, accountId)}</span>}
      {changes.map((change, index) => (
        <span key={index} className={styles.change}>
          <AccessChip access={change.access} /> <Words change={change} />
        </span>
      ))}
    </div>
  )
}

/** "DNS Write +3 (Account, 2 zones)". */
function lostWords(policies: Token['policies'], accountId: string): string {
  const { first, more } = summarizePermissions(policies)
  if (!first) return 'nothing: it allows nothing'
  const name = [first.product, first.level].filter(Boolean).join(' ')
  return `${name}${more > 0 ? ` +${grouped(more)}` : ''} (${summarizeResources(policies, accountId)})`
}

function Words({ change }: { change: Change }) {
  if (change.kind === 'text') return <span>{change.text}</span>
  if (change.kind === 'grant') return null
  return (
    <span>
      Expires <Time value={change.to} missing="never" format="date-time" />, was{' '}
      <Time value={change.from} missing="never" format="date-time" />
    </span>
  )
}
