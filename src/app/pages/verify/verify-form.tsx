import { ACCOUNT_ID } from '#app/parts/account-id.ts'
import { useRef, useState, type ClipboardEvent, type FormEvent } from 'react'
import { pasteSecret } from '#app/parts/secret/paste-secret.ts'
import { useVerifySecret } from '#app/queries/token-writes.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { fromClipboard } from '#domain/secret/clipboard.ts'
import { secretProblem } from '#domain/secret/secret-problem.ts'
import { isId, isTokenForm } from '#domain/secret/secret-value.ts'
import { trimHidden } from '#domain/text/list-words.ts'
import { AccountChoice } from './account-choice.tsx'
import { VerifyResult, type Result } from './verify-result.tsx'
import styles from './verify.module.css'

type VerifyFormProps = {
  accountId: string
  /** The account is not known yet. */
  isWaiting: boolean
}

/** The secret stays in the input element; no state, cache or address ever has it. */
export function VerifyForm({ accountId, isWaiting }: VerifyFormProps) {
  const [typedAccount, setAccount] = useState<string | null>(null)
  // Defaults to the app's account, which may load after the secret was pasted.
  const account = trimHidden(typedAccount ?? accountId)
  const [problems, setProblems] = useState<{ account?: string; secret?: string }>({})
  const [takenOff, setTakenOff] = useState<string | null>(null)
  // The last one stays in view while it is checked again.
  const [result, setResult] = useState<Result | null>(null)
  const secret = useRef<HTMLInputElement>(null)
  const isAccountValid = ACCOUNT_ID.test(account)
  const verify = useVerifySecret(account)

  /** Puts only the secret into the field. What was removed around it is described, never repeated. */
  const takeSecret = (text: string): string => {
    const { secret: value, taken } = fromClipboard(text)
    if (taken && secret.current) secret.current.value = value
    if (taken) setTakenOff(taken)
    return value
  }

  /** A result is of one text and one account, also one that is still on its way. */
  const forget = () => {
    setResult(null)
    verify.reset()
  }

  const check = () => {
    const value = takeSecret(secret.current?.value ?? '')
    const unusable = secretProblem(value)
    const found = {
      ...(!isAccountValid && { account: 'An account ID has 32 characters, 0–9 and a–f.' }),
      ...(unusable && { secret: unusable }),
    }
    setProblems(found)
    if (isAccountValid && isId(value)) setResult({ kind: 'id', accountId: account, id: value.toLowerCase() })
    if (found.secret) secret.current?.focus()
    if (Object.keys(found).length > 0) return
    verify.mutate(() => value, {
      onSuccess: (verification) => setResult({ kind: 'verified', accountId: account, verification }),
      onError: (failure) => setResult({ kind: 'refused', failure }),
    })
  }

  // A token is verified as it is pasted; any other text may have been in the clipboard by chance.
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = pasteSecret(event)
    setTakenOff(pasted?.taken ?? null)
    if (!pasted) return
    forget()
    if (isAccountValid && isTokenForm(pasted.secret)) check()
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    check()
  }

  return (
    <div className="stack">
      <Card>
        <Section>
          <form onSubmit={submit} noValidate className={styles.form}>
            <TextField
              ref={secret}
              label="Token secret"
              hint="Sent to Cloudflare, never stored."
              type="password"
              autoComplete="off"
              spellCheck={false}
              onPaste={paste}
              onChange={forget}
              action={
                <Button tone="primary" type="submit" busy={verify.isPending}>
                  Verify
                </Button>
              }
              {...(problems.secret && { error: problems.secret })}
            />
            <p role="status" className={styles.taken}>
              {takenOff && `Removed: ${takenOff}. Only the token is in the field.`}
            </p>
            <AccountChoice
              account={typedAccount ?? accountId}
              isWaiting={isWaiting}
              error={problems.account}
              onChange={(next) => {
                setAccount(next)
                forget()
              }}
            />
          </form>
        </Section>
      </Card>
      <div role="status" aria-busy={verify.isPending}>
        {result && <VerifyResult result={result} isPending={verify.isPending} onCheckAgain={check} />}
      </div>
    </div>
  )
}
