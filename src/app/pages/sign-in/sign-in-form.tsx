import { ACCOUNT_ID } from '#app/parts/account-id.ts'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type FormEvent } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { FailureDetails } from '#app/parts/failure-details.tsx'
import { changeUser } from '#app/parts/kept-in-tab.ts'
import { lastAccountId, startOf } from '#app/parts/last-account.ts'
import { pasteSecret } from '#app/parts/secret/paste-secret.ts'
import { useSignIn } from '#app/queries/sign-in.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { fromClipboard } from '#domain/secret/clipboard.ts'
import { secretProblem } from '#domain/secret/secret-problem.ts'
import { trimHidden } from '#domain/text/list-words.ts'
import { explainSignIn } from './explain-sign-in.ts'
import styles from './sign-in.module.css'

type SignInFormProps = {
  /** The address to continue with. */
  next: string | undefined
}

export function SignInForm({ next }: SignInFormProps) {
  const navigate = useNavigate()
  const signIn = useSignIn()
  const [account, setAccount] = useState(() => /^\/accounts\/(\w+)/.exec(next ?? '')?.[1] ?? lastAccountId() ?? '')
  const [problems, setProblems] = useState<{ account?: string; secret?: string }>({})
  const accountField = useRef<HTMLInputElement>(null)
  const secretField = useRef<HTMLInputElement>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { secret: value } = fromClipboard(secretField.current?.value ?? '')
    const unusable = secretProblem(value)
    const accountId = trimHidden(account)
    const found = {
      ...(!ACCOUNT_ID.test(accountId) && { account: 'An account ID has 32 characters, 0–9 and a–f.' }),
      ...(unusable && { secret: unusable }),
    }
    setProblems(found)
    if (found.account) accountField.current?.focus()
    else if (found.secret) secretField.current?.focus()
    else {
      const to = next ?? startOf(accountId)
      signIn.mutate(
        { accountId, readSecret: () => value },
        {
          onSuccess: (tokenIds) => {
            changeUser(tokenIds)
            void navigate({ href: to, replace: true })
          },
        },
      )
    }
  }

  return (
    <form onSubmit={submit} noValidate className="stack">
      <TextField
        ref={accountField}
        label="Account ID"
        hint="In your dashboard URL: dash.cloudflare.com/<account ID>"
        value={account}
        onChange={(event) => setAccount(idIn(event.target.value))}
        autoComplete="off"
        spellCheck={false}
        {...(problems.account && { error: problems.account })}
      />
      <TextField
        ref={secretField}
        label="API token"
        hint="Stored in an encrypted, HttpOnly cookie."
        type="password"
        onPaste={pasteSecret}
        autoComplete="off"
        spellCheck={false}
        {...(problems.secret && { error: problems.secret })}
      />
      {signIn.error && <Refusal failure={signIn.error} />}
      <div className={styles.submit}>
        <Button tone="primary" type="submit" busy={signIn.isPending}>
          Sign in
        </Button>
      </div>
    </form>
  )
}

/** The ID in a pasted address of the dashboard, or what was typed. */
const idIn = (text: string) => /[\w.]\/([0-9a-f]{32})(?:\W|$)/i.exec(text)?.[1]?.toLowerCase() ?? text.toLowerCase()

function Refusal({ failure }: { failure: ApiFailure }) {
  const { title, cause, next } = explainSignIn(failure)
  return (
    <Note tone="critical" role="alert" title={title}>
      <p>
        {cause} {next}
      </p>
      <FailureDetails failure={failure} />
    </Note>
  )
}
