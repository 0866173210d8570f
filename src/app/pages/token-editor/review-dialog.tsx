import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { zonesQuery } from '#app/queries/resources.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Time } from '#app/ui/time.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { diffTokens, widens, type Access, type Change } from '#domain/policy/diff.ts'
import { draftOf, type TokenDraft } from '#domain/policy/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './review-dialog.module.css'

type ReviewDialogProps = {
  accountId: string
  stored: Token
  wanted: TokenDraft
  catalogue: PermissionGroup[] | undefined
  onClose: () => void
  onConfirm: () => void
}

/** What an edit changes, wider access first, before anything is sent. */
export function ReviewDialog({ accountId, stored, wanted, catalogue, onClose, onConfirm }: ReviewDialogProps) {
  const [isSure, setIsSure] = useState(false)
  const zones = useQuery(zonesQuery(accountId))
  // Judged once, for the moment the dialog was opened.
  const [changes] = useState(() => diffTokens(draftOf(stored), wanted, Date.now()))
  const groupNames = new Map(catalogue?.map(({ id, name }) => [id, name]))
  const needsTick = widens(changes) && (stored.status === 'active' || wanted.status === 'active')

  const say = (change: Change): ReactNode => {
    if (change.kind === 'text') return change.text
    if (change.kind === 'time') {
      return (
        <>
          {change.part === 'expiry' ? 'Expires' : 'Starts'}{' '}
          <Time value={change.to} missing={change.part === 'expiry' ? 'never' : 'at once'} format="date-time" />, was{' '}
          <Time value={change.from} missing={change.part === 'expiry' ? 'never' : 'at once'} format="date-time" />
        </>
      )
    }
    return (
      <>
        <span className={styles.sense}>{change.sense === 'gained' ? 'Added' : 'Taken away'}</span>
        <PolicySentence policy={change.policy} accountId={accountId} zones={zones.data} groupNames={groupNames} />
      </>
    )
  }

  return (
    <Dialog
      title="Review the changes"
      description={
        needsTick
          ? 'The token can do more afterwards. Its secret stays the same, so whoever holds it can, too.'
          : 'They take effect at once. The secret stays the same.'
      }
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose}>
            Back to the form
          </Button>
          <Button tone="primary" disabled={needsTick && !isSure} onClick={onConfirm}>
            Save these changes
          </Button>
        </>
      }
    >
      <ul className={styles.changes} aria-label="Changes">
        {changes.map((change, index) => (
          <li key={index} data-access={change.access}>
            <AccessChip access={change.access} />
            <div>{say(change)}</div>
          </li>
        ))}
      </ul>
      {needsTick && (
        <Checkbox
          label="I mean to give this token more access"
          checked={isSure}
          onChange={(event) => setIsSure(event.target.checked)}
        />
      )}
    </Dialog>
  )
}

const CHIPS = {
  wider: { tone: 'critical' as const, label: 'Wider', icon: <ArrowUp /> },
  narrower: { tone: 'positive' as const, label: 'Narrower', icon: <ArrowDown /> },
  same: { tone: 'neutral' as const, label: 'Same access', icon: <Equal /> },
}

function AccessChip({ access }: { access: Access }) {
  const { tone, label, icon } = CHIPS[access]
  return (
    <Chip tone={tone} icon={icon}>
      {label}
    </Chip>
  )
}
