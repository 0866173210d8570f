import { useState } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { Time } from '#app/ui/time.tsx'
import { diffTokens } from '#domain/token/diff.ts'
import { mergeParts, type Part, type Side } from '#domain/token/merge.ts'
import { draftOf, type TokenDraft } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { ChangeList } from '#app/parts/change-list.tsx'
import type { Choices } from './form-values.ts'
import styles from './conflict-dialog.module.css'

type ConflictDialogProps = {
  /** The token as the form was opened on it, as it is stored now, and as the form wants it. */
  base: Token
  theirs: Token
  yours: TokenDraft
  onClose: () => void
  onMerge: (choices: Choices) => void
}

const TITLES: Record<Part, string> = {
  name: 'Name',
  policies: 'Policies',
  condition: 'IP addresses',
  notBefore: 'Start',
  expiresOn: 'Expiration',
  status: 'Status',
}

const SIDES: { value: Side; label: string }[] = [
  { value: 'theirs', label: 'Keep theirs' },
  { value: 'yours', label: 'Use mine' },
]

/** Two people changed one token. Nothing is overwritten: each part is taken from one side, knowingly. */
export function ConflictDialog({ base, theirs, yours, onClose, onMerge }: ConflictDialogProps) {
  const [chosen, setChosen] = useState<Choices>({})
  const [openedAt] = useState(Date.now)
  const [from, to] = [draftOf(base), draftOf(theirs)]
  const merges = mergeParts(from, to, yours).map((merge) => ({ ...merge, side: chosen[merge.part] ?? merge.side }))
  const isReady = merges.every(({ side }) => side !== null)

  return (
    <Dialog
      title="This token was changed by someone else"
      description="It was saved after you opened it. Choose which version to keep for each part. Nothing is saved yet."
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose}>
            Back to the form
          </Button>
          <Button
            tone="primary"
            disabled={!isReady}
            onClick={() =>
              onMerge(Object.fromEntries(merges.flatMap(({ part, side }) => (side ? [[part, side]] : []))))
            }
          >
            Review result
          </Button>
        </>
      }
    >
      <p>
        Saved by someone else: <Time value={theirs.modifiedOn} missing="an unknown time" format="date-time" />.
      </p>
      {merges.map(({ part, side }) => (
        <section key={part} className={styles.part} aria-label={TITLES[part]}>
          <div className={styles.head}>
            <h3>{TITLES[part]}</h3>
            <Segmented
              legend={`${TITLES[part]}: version to keep`}
              hideLegend
              size="small"
              name={`conflict.${part}`}
              value={side}
              options={SIDES}
              onChange={(value) => setChosen({ ...chosen, [part]: value })}
            />
          </div>
          <div className={styles.sides}>
            <SideChanges title="Theirs" part={part} base={from} draft={to} now={openedAt} />
            <SideChanges title="Yours" part={part} base={from} draft={yours} now={openedAt} />
          </div>
        </section>
      ))}
    </Dialog>
  )
}

type SideChangesProps = {
  title: string
  part: Part
  base: TokenDraft
  draft: TokenDraft
  now: number
}

function SideChanges({ title, part, base, draft, now }: SideChangesProps) {
  const accountId = useAccountId()
  const only: TokenDraft = { ...base, [part]: draft[part] }
  if (part === 'condition') only.storedCondition = draft.storedCondition
  const changes = diffTokens(base, only, now, accountId)
  return (
    <div>
      <h4>{title}</h4>
      {changes.length > 0 ? (
        <ChangeList label={`${title}: ${TITLES[part]}`} changes={changes} />
      ) : (
        <p className={styles.none}>Unchanged</p>
      )}
    </div>
  )
}
