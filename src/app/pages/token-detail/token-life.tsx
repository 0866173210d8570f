import { useNow } from '#app/parts/use-now.ts'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import { lifeLeft } from '#domain/token/life.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

type TokenLifeProps = { token: Token }

/** The dates of a token, its creator, and how much of its life is left. */
export function TokenLife({ token }: TokenLifeProps) {
  const life = lifeLeft(token, useNow())
  const label = life ? `${life.daysLeft} of ${life.daysTotal} days left` : 'It never expires'

  return (
    <Card>
      <Section title="Life">
        {life && <meter className={styles.life} min={0} max={1} value={life.fraction} aria-label={label} />}
        <p className={`quiet ${styles.left}`}>{label}</p>
        <Facts
          items={[
            { term: 'Issued', detail: <Time value={token.issuedOn} missing="Not known" /> },
            { term: 'Starts', detail: <Time value={token.notBefore} missing="At once" format="date-time" /> },
            { term: 'Last used', detail: <Time value={token.lastUsedOn} missing="Never" /> },
            { term: 'Modified', detail: <Time value={token.modifiedOn} missing="Not known" /> },
            { term: 'Expires', detail: <Time value={token.expiresOn} missing="Never" format="date-time" /> },
            { term: 'Status', detail: token.status },
            ...(token.creatorEmail ? [{ term: 'Created by', detail: token.creatorEmail }] : []),
            ...(token.provisionerType
              ? [
                  { term: 'Provisioned by', detail: token.provisionerType },
                  { term: 'Provisioner id', detail: <code>{token.provisionerId ?? 'not known'}</code> },
                ]
              : []),
          ]}
        />
      </Section>
    </Card>
  )
}
