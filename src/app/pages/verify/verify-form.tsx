import { useRef, useState, type FormEvent } from 'react'
import { toToken } from '#app/parts/addresses.ts'
import { QuickLink } from '#app/parts/quick-link.tsx'
import { FailureDetails } from '#app/parts/failure-details.tsx'
import { useVerifySecret } from '#app/queries/token-writes.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ApiFailure } from '#app/api/errors.ts'
import { explainPasted } from './explain-pasted.ts'
import { VerificationFacts } from './verification-facts.tsx'
import styles from './verify.module.css'

type VerifyFormProps = { accountId: string }

const ACCOUNT_ID = /^[0-9a-f]{32}$/

/** The secret stays in the input element: no state, no cache and no address ever holds it. */
export function VerifyForm({ accountId }: VerifyFormProps) {
  const [typedAccount, setAccount] = useState<string | null>(null)
  // Until one is typed it is the app's, which may become known only after the secret was pasted.
  const account = typedAccount ?? accountId
  const [problems, setProblems] = useState<{ account?: string; secret?: string }>({})
  const secret = useRef<HTMLInputElement>(null)
  const isAccountValid = ACCOUNT_ID.test(account.trim())
  const verify = useVerifySecret(account.trim())

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const value = secret.current?.value.trim() ?? ''
    const found = {
      ...(!isAccountValid && { account: 'An account id has 32 characters, 0–9 and a–f.' }),
      ...(!value && { secret: 'Paste the secret to verify.' }),
      ...(/\s/.test(value) && { secret: 'A secret has no spaces or line breaks. Paste the secret alone.' }),
    }
    setProblems(found)
    if (Object.keys(found).length === 0) verify.mutate(() => value)
  }

  return (
    <Section>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextField
          ref={secret}
          label="Token secret"
          hint="Starts with cfat_ since 2026; older ones have no prefix."
          type="password"
          autoComplete="off"
          spellCheck={false}
          {...(problems.secret && { error: problems.secret })}
        />
        <TextField
          label="Account id"
          hint="An account’s token answers only in its own account."
          value={account}
          onChange={(event) => setAccount(event.target.value.toLowerCase())}
          autoComplete="off"
          spellCheck={false}
          {...(problems.account && { error: problems.account })}
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
            <QuickLink href={toToken(account.trim(), verify.data.id)}>Open this token</QuickLink>
          </>
        )}
        {verify.error && <Refusal failure={verify.error} />}
      </div>
    </Section>
  )
}

/** A refused secret is an answer, not a fault; only what kept the question from being asked is one. */
function Refusal({ failure }: { failure: ApiFailure }) {
  const { title, cause, next, isAnswer } = explainPasted(failure)
  return (
    <Note tone={isAnswer ? 'caution' : 'critical'} title={title}>
      <p>
        {cause} {next}
      </p>
      <FailureDetails failure={failure} />
    </Note>
  )
}
