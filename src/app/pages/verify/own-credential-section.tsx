import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { ownCredentialQuery } from '#app/queries/own-credential.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { VerificationFacts } from './verification-facts.tsx'
import styles from './verify.module.css'

type OwnCredentialSectionProps = { accountId: string }

/** The server's own token, verified when the page opens and on request. */
export function OwnCredentialSection({ accountId }: OwnCredentialSectionProps) {
  const { data, error, isFetching, refetch } = useQuery(ownCredentialQuery(accountId))

  return (
    <Card>
      <Section
        title="This app’s own credential"
        actions={
          <Button size="small" icon={<Icon of={RefreshCw} />} busy={isFetching} onClick={() => void refetch()}>
            Check again
          </Button>
        }
      >
        <div className={`stack ${styles.own}`} aria-busy={isFetching}>
          {error && <FailureNote failure={error} title="The app’s own credential does not work here" />}
          {!error && !data && <Skeleton lines={4} />}
          {!error && data && (
            <>
              <VerificationFacts verification={data} />
              <Link href={paths.token(accountId, data.id)}>Open this token</Link>
            </>
          )}
        </div>
      </Section>
    </Card>
  )
}
