import { useRef, useState, type ClipboardEvent, type FormEvent } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { useVerifySecret } from '#app/queries/token-writes.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ApiFailure } from '#app/api/errors.ts'
import { fromClipboard, isStandIn } from '#domain/secret/clipboard.ts'
import { explainPasted } from './explain-pasted.ts'
import { VerificationFacts } from './verification-facts.tsx'
import styles from './verify.module.css'

type VerifyFormProps = { accountId: string }

const ACCOUNT_ID = /^[0-9a-f]{32}$/

/** The secret stays in the input element; no state, cache or address ever has it. */
export function VerifyForm({ accountId }: VerifyFormProps) {
  const [typedAccount, setAccount] = useState<string | null>(null)
  // Defaults to the app's account, which may load after the secret was pasted.
  const account = typedAccount ?? accountId
  const [problems, setProblems] = useState<{ account?: string; secret?: string }>({})
  const [takenOff, setTakenOff] = useState<string | null>(null)
  const secret = useRef<HTMLInputElement>(null)
  const isAccountValid = ACCOUNT_ID.test(account.trim())
  const verify = useVerifySecret(account.trim())

  /** Puts only the secret into the field. What was removed around it is described, never repeated. */
  const takeSecret = (text: string): string => {
    const { secret: value, taken } = fromClipboard(text)
    if (taken && secret.current) secret.current.value = value
    if (taken) setTakenOff(taken)
    return value
  }

  // The field would drop line ends, which separate a variable from the next.
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    setTakenOff(null)
    const text = event.clipboardData.getData('text')
    const { secret: value, taken } = fromClipboard(text)
    const isAll =
      event.currentTarget.value === '' || event.currentTarget.selectionEnd !== event.currentTarget.selectionStart
    if (!taken || !isAll || /\s/.test(value)) return
    event.preventDefault()
    takeSecret(text)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const value = takeSecret(secret.current?.value ?? '')
    const found = {
      ...(!isAccountValid && { account: 'An account id has 32 characters, 0–9 and a–f.' }),
      ...(!value && { secret: 'Paste the secret to verify.' }),
      ...(isStandIn(value) && { secret: 'This is a place for a secret, not the secret itself.' }),
      ...(/\s/.test(value) && { secret: 'A secret has no spaces or line breaks. Paste the secret alone.' }),
    }
    setProblems(found)
    if (Object.keys(found).length === 0) verify.mutate(() => value)
  }

  return (
    <Section>
      <form onSubmit={submit} noValidate className={`stack ${styles.form}`}>
        <TextField
          ref={secret}
          label="Token secret"
          hint="Starts with cfat_ since 2026; older ones have no prefix."
          type="password"
          autoComplete="off"
          spellCheck={false}
          onPaste={paste}
          error={problems.secret}
        />
        <p role="status" className={styles.taken}>
          {takenOff && `Taken off: ${takenOff}. Only the secret is in the field.`}
        </p>
        <TextField
          label="Account id"
          hint="An account’s token answers only in its own account."
          value={account}
          onChange={(event) => setAccount(event.target.value.toLowerCase())}
          autoComplete="off"
          spellCheck={false}
          error={problems.account}
        />
        <div>
          <Button tone="primary" type="submit" busy={verify.isPending}>
            Verify
          </Button>
        </div>
      </form>
      <div role="status" className={styles.answer}>
        {verify.data && (
          <>
            <VerificationFacts verification={verify.data} />
            <Link href={paths.token(account.trim(), verify.data.id)}>Open this token</Link>
          </>
        )}
        {verify.error && <Refusal failure={verify.error} />}
      </div>
    </Section>
  )
}

/** A refused secret is an answer. Only a verification that could not be made is a failure. */
function Refusal({ failure }: { failure: ApiFailure }) {
  const { isAnswer, ...explanation } = explainPasted(failure)
  return (
    <FailureNote failure={failure} explanation={explanation} tone={isAnswer ? 'caution' : 'critical'} isAlert={false} />
  )
}
