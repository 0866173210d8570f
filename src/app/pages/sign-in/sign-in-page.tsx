import { useRef, useState, type FormEvent } from 'react'
import { paths } from '#app/parts/paths.ts'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { lastAccountId } from '#app/parts/last-account.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useSignIn } from '#app/queries/sign-in.ts'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { StillSignedIn } from './still-signed-in.tsx'
import { explainSignIn } from './explain-sign-in.ts'
import styles from './sign-in.module.css'

const ACCOUNT_ID = /^[0-9a-f]{32}$/

/** Each user brings a token of their own. It goes to this server once, and lives in no script of this page. */
export function SignInPage() {
  const [{ next, signed_out }] = usePageSearch('/sign-in')
  const navigate = useNavigate()
  const signIn = useSignIn()
  const [account, setAccount] = useState(() => lastAccountId() ?? '')
  const [problems, setProblems] = useState<{ account?: string; secret?: string }>({})
  const secret = useRef<HTMLInputElement>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const value = secret.current?.value.trim() ?? ''
    const accountId = account.trim()
    const found = {
      ...(!ACCOUNT_ID.test(accountId) && { account: 'An account id has 32 characters, 0–9 and a–f.' }),
      ...(!/^\S+$/.test(value) && { secret: 'Paste the token alone, without spaces.' }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return
    const to = next ?? paths.tokens(accountId)
    signIn.mutate(
      { accountId, readSecret: () => value },
      { onSuccess: () => void navigate({ href: to, replace: true }) },
    )
  }

  return (
    <>
      <PageHeader
        title="Sign in"
        description="With an API token of your own, owned by the account. What it may do is what you may do here."
      />
      <div className={`stack ${styles.page}`}>
        {signed_out && (
          <Note tone="positive" role="status">
            You are signed out here, and in every other browser with the same token.
          </Note>
        )}
        {next && <StillSignedIn next={next} />}
        <Card>
          <Section>
            <form onSubmit={submit} noValidate className="stack">
              <TextField
                label="Account id"
                hint="In the address of your Cloudflare dashboard, behind dash.cloudflare.com/"
                value={account}
                onChange={(event) => setAccount(event.target.value.toLowerCase())}
                autoComplete="off"
                spellCheck={false}
                error={problems.account}
              />
              <TextField
                ref={secret}
                label="API token"
                hint="It needs Account API Tokens Write, or Read to look only. It is sealed into a cookie that no script can read."
                type="password"
                autoComplete="off"
                spellCheck={false}
                error={problems.secret}
              />
              {signIn.error && <FailureNote failure={signIn.error} explanation={explainSignIn(signIn.error)} />}
              <div>
                <Button tone="primary" type="submit" busy={signIn.isPending}>
                  Sign in
                </Button>
              </div>
            </form>
          </Section>
        </Card>
      </div>
    </>
  )
}
