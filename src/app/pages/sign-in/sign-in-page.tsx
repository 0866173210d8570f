import { useQuery } from '@tanstack/react-query'
import { lastAccountId } from '#app/parts/last-account.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { Card } from '#app/ui/card.tsx'
import { Mark } from '#app/ui/mark.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Section } from '#app/ui/section.tsx'
import { NeededToken } from './needed-token.tsx'
import { NoSignIn } from './no-sign-in.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { StillSignedIn } from './still-signed-in.tsx'
import styles from './sign-in.module.css'

/** Each user brings a token of their own. It goes to this server once, and lives in no script of this page. */
export function SignInPage() {
  const [{ next, signed_out }] = usePageSearch('/sign-in')
  // Before the sign-in it is refused, which is what this page is for.
  const { data: session } = useQuery(sessionQuery(lastAccountId()))

  return (
    <div className={styles.page}>
      <PageTitle>Sign in</PageTitle>
      <header className={styles.header}>
        <Mark />
        <PageHeading>Sign in to Token Desk</PageHeading>
        <p>Sign in with an account API token. Your access here matches the token’s.</p>
      </header>
      {signed_out === 'ended' && (
        <Note tone="info" role="status">
          Your session ended, or Cloudflare no longer accepts your token. Sign in again to go on.
        </Note>
      )}
      {signed_out === 'everywhere' && (
        <Note tone="positive" role="status">
          You’re signed out here and in every other browser with the same token.
        </Note>
      )}
      {next && <StillSignedIn next={next} />}
      {session && !session.hasSignIn ? (
        <NoSignIn />
      ) : (
        <Card>
          <Section>
            <SignInForm next={next} />
          </Section>
          <Section title="No token yet?">
            <NeededToken />
          </Section>
        </Card>
      )}
    </div>
  )
}
