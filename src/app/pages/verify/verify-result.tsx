import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import type { Verification } from '#app/api/token-writes.ts'
import { FailureDetails } from '#app/parts/failure-details.tsx'
import { ButtonLink } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useNow } from '#app/parts/use-now.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { deriveStatus } from '#domain/token/status.ts'
import { explainPasted } from './explain-pasted.ts'
import { VerificationFacts } from './verification-facts.tsx'
import styles from './verify.module.css'

export type Result =
  | { kind: 'verified'; accountId: string; verification: Verification }
  | { kind: 'refused'; failure: ApiFailure }
  /** An ID was given for a secret. */
  | { kind: 'id'; accountId: string; id: string }

type VerifyResultProps = { result: Result; isPending: boolean; onCheckAgain: () => void }

export function VerifyResult({ result, isPending, onCheckAgain }: VerifyResultProps) {
  const checkAgain = (
    <Button size="small" busy={isPending} onClick={onCheckAgain}>
      Check again
    </Button>
  )
  if (result.kind === 'id') return <TokenOfId {...result} />
  return result.kind === 'verified' ? (
    <Verified accountId={result.accountId} verification={result.verification} action={checkAgain} />
  ) : (
    <Refused failure={result.failure} action={checkAgain} />
  )
}

/** Leads to the token with this ID, if the account has one. */
function TokenOfId({ accountId, id }: { accountId: string; id: string }) {
  const { data: token } = useTokenIfKnown(accountId, id)
  if (!token) return null
  return (
    <Note
      tone="caution"
      title={
        <>
          This is the ID of <TokenName name={token.name} />
        </>
      }
      action={
        <ButtonLink size="small" href={paths.token(accountId, id)}>
          Open token
        </ButtonLink>
      }
    />
  )
}

/** A token that is an extra, for which the credential may lack the permission. */
const useTokenIfKnown = (accountId: string, id: string) =>
  useQuery({ ...tokenQuery(accountId, id), throwOnError: false, retry: false })

type VerifiedProps = { accountId: string; verification: Verification; action: ReactNode }

function Verified({ accountId, verification, action }: VerifiedProps) {
  const { kind } = deriveStatus(verification, useNow())
  const isWorking = kind === 'active' || kind === 'expiring'
  const { data: token } = useTokenIfKnown(accountId, verification.id)
  return (
    <Card>
      <Section>
        <div className="stack">
          <Note
            tone={isWorking ? 'positive' : 'caution'}
            title={
              isWorking
                ? 'This token works'
                : kind === 'unknown'
                  ? 'This token exists. We don’t know its status, so it may work'
                  : 'This token exists, but doesn’t work right now'
            }
          />
          <VerificationFacts verification={verification} name={token && <TokenName name={token.name} />} />
          <div className={styles.actions}>
            <ButtonLink size="small" href={paths.token(accountId, verification.id)}>
              Open token
            </ButtonLink>
            {action}
          </div>
        </div>
      </Section>
    </Card>
  )
}

/** A refused secret is an answer. Only a verification that could not be made is a failure. */
function Refused({ failure, action }: { failure: ApiFailure; action: ReactNode }) {
  const { title, cause, next, tone } = explainPasted(failure)
  return (
    <Note tone={tone} title={title} action={action}>
      <p>
        {cause} {next}
      </p>
      {tone === 'critical' ? (
        <FailureDetails failure={failure} />
      ) : (
        <p className="quiet">Cloudflare said: {failure.problems[0]?.message}</p>
      )}
    </Note>
  )
}
