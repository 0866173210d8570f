import { useQuery } from '@tanstack/react-query'
import { lastAccountId } from '#app/parts/last-account.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { Card } from '#app/ui/card.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { OwnCredentialSection } from './own-credential-section.tsx'
import { VerifyForm } from './verify-form.tsx'

export function VerifyPage() {
  const [{ account }] = usePageSearch('/verify')
  const { data: session } = useQuery({ ...sessionQuery(account ?? lastAccountId()), throwOnError: false })
  const accountId = account ?? lastAccountId() ?? session?.accounts[0]?.id ?? ''

  return (
    <>
      <PageHeader
        title="Verify a secret"
        description="Paste a token secret to learn which token it opens and whether it works. It goes to Cloudflare through this server and is kept nowhere."
      />
      <Columns
        main={
          <Card>
            {/* A new account resets the form: nothing typed for one account is sent to another. */}
            <VerifyForm key={account ?? ''} accountId={accountId} />
          </Card>
        }
        aside={accountId && <OwnCredentialSection key={accountId} accountId={accountId} />}
      />
    </>
  )
}
