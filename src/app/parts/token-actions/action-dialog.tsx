import { useBlocker } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useCheckedOwnTokenId } from '#app/parts/use-checked-own-token-id.ts'
import { useHeldPage } from '#app/queries/held-page.ts'
import { useLookAgain } from '#app/queries/token-writes.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { confirmationWord, isTyped } from '#domain/token/confirmation.ts'
import type { Token } from '#domain/token/token.ts'
import { AcknowledgeOwnToken, type OwnWarning } from './acknowledge-own-token.tsx'
import { ConfirmField } from './confirm-field.tsx'
import { UnknownOutcome } from './unknown-outcome.tsx'

type ActionDialogProps = {
  accountId: string
  token: Token
  /** "Delete", "Roll the secret of": the title before the name. */
  verb: string
  description: string
  /** The button that runs the action. */
  label: string
  tone: 'primary' | 'danger-solid'
  /** "the token was deleted". */
  outcome: string
  /** "The token could not be deleted". */
  failedTitle: string
  /** Whether the user has to type the name, judged when the dialog opens. */
  needsWord: (now: number) => boolean
  /** What happens when the app works with the token; `null`: nothing. */
  ownWarning: OwnWarning | null
  action: { isPending: boolean; error: ApiFailure | null }
  onConfirm: (handlers: { onError: (failure: ApiFailure) => void }) => void
  /** After an attempt without an answer: the token as it is now; `null`: it does not exist. */
  onFound?: (found: Token | null) => void
  /** What that says about the outcome. */
  renderOutcome: (found: Token | null) => ReactNode
  onClose: () => void
  children: ReactNode
}

/**
 * Asks before an action on one token, and reads the token again where no answer came. It stays open while a request is
 * pending. Cancel has the focus.
 */
export function ActionDialog(props: ActionDialogProps) {
  const { accountId, token, ownWarning, action, onClose } = props
  const lookAgain = useLookAgain(accountId)
  const ownId = useCheckedOwnTokenId(accountId)
  const mayBeOwn = ownWarning !== null && (ownId === null || ownId === token.id)
  const [needsWord] = useState(() => props.needsWord(Date.now()))
  const [typed, setTyped] = useState('')
  const [isAware, setIsAware] = useState(false)
  const { word, what } = confirmationWord(token)
  const isReady = (!needsWord || isTyped(typed, word)) && (!mayBeOwn || isAware)
  const isBusy = action.isPending || lookAgain.isPending

  // That the outcome is unknown is told nowhere else: a session that ends then does not take it away.
  useHeldPage(lookAgain.isPending || (action.error?.isOutcomeUnknown ?? false))
  useBlocker({ shouldBlockFn: () => true, disabled: !isBusy })

  const look = () => lookAgain.mutate(token.id, { onSuccess: (now) => props.onFound?.(now) })
  const confirm = () => {
    lookAgain.reset()
    props.onConfirm({ onError: ({ isOutcomeUnknown }) => isOutcomeUnknown && look() })
  }

  return (
    <Dialog
      title={
        <>
          {props.verb} “<TokenName name={token.name} />
          ”?
        </>
      }
      description={props.description}
      onClose={isBusy ? stay : onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose} disabled={isBusy}>
            Cancel
          </Button>
          <Button
            tone={props.tone}
            busy={action.isPending}
            disabled={!isReady || lookAgain.isPending}
            onClick={confirm}
          >
            {props.label}
          </Button>
        </>
      }
    >
      {props.children}
      {mayBeOwn && (
        <AcknowledgeOwnToken
          accountId={accountId}
          doubt={ownId === null ? 'This' : null}
          warning={ownWarning}
          checked={isAware}
          onChange={setIsAware}
        />
      )}
      {needsWord && (
        <ConfirmField
          label={`Type the ${what} of the token to confirm`}
          word={word}
          value={typed}
          onChange={setTyped}
          onConfirm={() => isReady && !isBusy && confirm()}
        />
      )}
      {action.error?.isOutcomeUnknown && (
        <UnknownOutcome what={props.outcome} failure={action.error} look={lookAgain} onLookAgain={look}>
          {props.renderOutcome(lookAgain.data ?? null)}
        </UnknownOutcome>
      )}
      {action.error && !action.error.isOutcomeUnknown && (
        <FailureNote failure={action.error} title={props.failedTitle} />
      )}
    </Dialog>
  )
}

const stay = () => {}
