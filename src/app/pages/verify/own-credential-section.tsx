import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { hasUser } from '#app/parts/kept-in-tab.ts'
import { ownTokenName } from '#app/parts/own-token-words.ts'
import { paths } from '#app/parts/paths.ts'
import { ButtonLink } from '#app/parts/link.tsx'
import { useOwnRights } from '#app/parts/use-own-rights.ts'
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

  const rights = useOwnRights(accountId)
  const name = ownTokenName(hasUser())

  const checkAgain = (
    <Button size="small" icon={<Icon of={RefreshCw} />} busy={isFetching} onClick={() => void refetch()}>
      Check again
    </Button>
  )

  return (
    <Card>
      <Section title={name}>
        <div className={`stack ${styles.own}`} aria-busy={isFetching}>
          {error && <FailureNote failure={error} title={`${name} doesn’t work here`} action={checkAgain} />}
          {!error && !data && <Skeleton lines={4} />}
          {!error && data && (
            <>
              <VerificationFacts verification={data} />
              <div className={styles.actions}>
                {rights !== 'none' && (
                  <ButtonLink size="small" href={paths.token(accountId, data.id)}>
                    Open token
                  </ButtonLink>
                )}
                {checkAgain}
              </div>
            </>
          )}
        </div>
      </Section>
    </Card>
  )
}
