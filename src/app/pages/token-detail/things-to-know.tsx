import { TriangleAlert } from 'lucide-react'
import { ButtonLink } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useLoadedCatalogue } from '#app/parts/use-loaded-catalogue.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Section } from '#app/ui/section.tsx'
import { heldGroups } from '#domain/policy/held-group.ts'
import { warningsFor, type Warning } from '#domain/reach/warnings.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

/** The risks of a token, each with the way to mend it. */
export function ThingsToKnow({ token }: { token: Token }) {
  const accountId = useAccountId()
  const isReadOnly = useReadOnly(accountId)
  const catalogue = useLoadedCatalogue()
  const warnings = warningsFor(token, heldGroups(token.policies, catalogue), accountId)

  return (
    <Card>
      <Section title="Things to know">
        {warnings.length === 0 && (
          <p className={styles.nothing}>No known risks in its permissions, IP limit or expiration.</p>
        )}
        <ul className={styles.risks}>
          {warnings.map(({ kind, text }) => {
            const { title, about, mend } = WORDS[kind]
            return (
              <li key={text}>
                <Icon of={TriangleAlert} />
                <div>
                  <p>
                    <b>{title}</b>
                  </p>
                  <p className={styles.hint}>{about}</p>
                </div>
                {!isReadOnly && (
                  <ButtonLink size="small" href={paths.editToken(accountId, token.id)}>
                    {mend}
                  </ButtonLink>
                )}
              </li>
            )
          })}
        </ul>
      </Section>
    </Card>
  )
}

const WORDS: Record<Warning['kind'], { title: string; about: string; mend: string }> = {
  'creates-tokens': {
    title: 'Can create tokens with more access than its own',
    about: 'Anyone with its secret can grant themselves more permissions.',
    mend: 'Edit permissions',
  },
  'all-zones-write': {
    title: 'Write access to all zones, including future ones',
    about: 'Limit it to the zones it needs.',
    mend: 'Choose zones',
  },
  'any-address': {
    title: 'Write access from any IP address',
    about: 'Limit it to the addresses that use it.',
    mend: 'Add IP limit',
  },
  'no-expiry': {
    title: 'This token never expires',
    about: 'If it leaks, it stays usable until someone revokes it.',
    mend: 'Set expiration',
  },
  'only-denies': {
    title: 'Has no allow policies',
    about: 'This token can’t do anything.',
    mend: 'Edit permissions',
  },
}
