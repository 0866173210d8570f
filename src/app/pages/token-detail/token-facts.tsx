import { useNow } from '#app/parts/use-now.ts'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import { hasPolicyList } from '#domain/token/policy-list.ts'
import { deriveStatus } from '#domain/token/status.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

/** Who made a token and when, and what else the API tells of it. */
export function TokenFacts({ token }: { token: Token }) {
  const { label } = deriveStatus(token, useNow())
  const denied = token.policies.filter(({ effect }) => effect === 'deny').length
  // The API's own word, where ours says more than that.
  const status = label.toLowerCase() === token.status ? label : `${label} (${token.status})`

  return (
    <Card>
      <Section title="Details">
        <Facts
          items={[
            ...(token.creatorEmail ? [{ term: 'Created by', detail: <Email address={token.creatorEmail} /> }] : []),
            ...(token.provisionerType
              ? [
                  { term: 'Provisioned by', detail: token.provisionerType },
                  { term: 'Provisioner ID', detail: <code>{token.provisionerId ?? 'unknown'}</code> },
                ]
              : []),
            { term: 'Status', detail: status },
            { term: 'Issued', detail: <Time value={token.issuedOn} missing="Unknown" format="date-time" /> },
            { term: 'Modified', detail: <Time value={token.modifiedOn} missing="Unknown" format="date-time" /> },
            { term: 'Starts', detail: <Time value={token.notBefore} missing="Immediately" format="date-time" /> },
            {
              term: 'Policies',
              detail: hasPolicyList(token)
                ? `${token.policies.length}${denied > 0 ? ` (${denied} deny)` : ''}`
                : 'Unknown',
            },
          ]}
        />
      </Section>
    </Card>
  )
}

/** On one line: an address broken in the middle of a word is hard to read. */
function Email({ address }: { address: string }) {
  return (
    <span className={styles.email} title={address}>
      {address}
    </span>
  )
}
