import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { keepPolicies } from '#app/parts/imported-token.ts'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { ReadOnlyReason } from '#app/parts/read-only-reason.tsx'
import { useOffersChanges } from '#app/parts/use-offers-changes.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Need } from '#domain/operations/need.ts'
import { setAsCurl, setAsJson, setAsTerraform, writtenSet } from '#domain/operations/set-exports.ts'
import { setPolicies } from '#domain/operations/set-policies.ts'
import { isOnWorker } from '#domain/operations/single-workers.ts'
import type { Grant, SmallestSet } from '#domain/operations/smallest-set.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import { kindLevel } from '#domain/reach/access-level.ts'
import { count } from '#domain/text/plural.ts'
import { AddToToken } from './add-to-token.tsx'
import { alternativesWords, grantPlaces, grantResource } from './grant-words.ts'
import styles from './which.module.css'

type SetCardProps = { accountId: string; names: ReadonlyMap<string, string>; needs: readonly Need[]; set: SmallestSet }

/** The least that a token needs for all requests, and what can be made of it. */
export function SetCard({ accountId, names, needs, set: { grants, isExact } }: SetCardProps) {
  const navigate = useNavigate()
  const offersChanges = useOffersChanges(accountId)
  const [isBlocked, setIsBlocked] = useState(false)
  const [isAdding, setIsAdding] = useState(false)
  const chosen = setPolicies(grants)
  const draft = { accountId, name: 'New token', policies: writtenSet(chosen, accountId) }

  const create = () => {
    const id = keepPolicies(chosen)
    if (id) void navigate({ href: paths.newToken(accountId, { brought: id }) })
    else setIsBlocked(true)
  }

  return (
    <Section title="Smallest set" actions={<Chip tone="neutral">{count(grants.length, 'permission group')}</Chip>}>
      <ul className={styles.set}>
        {grants.map((grant) => (
          <li key={`${grant.group.id} ${grant.scope}`}>
            <LevelMark level={kindLevel(groupKind(grant.group))} />
            <GrantText accountId={accountId} grant={grant} names={names} />
          </li>
        ))}
      </ul>
      {needs.some(isOnWorker) && (
        <p className="quiet">
          For Workers that exist, permissions for specific Workers may be enough. Cloudflare’s API description doesn’t
          list them.
        </p>
      )}
      {!isExact && <p className="quiet">There are too many requests to try every set; a smaller one may exist.</p>}
      <ReadOnlyReason accountId={accountId} />
      <div className={styles.actions}>
        {offersChanges && (
          <>
            <Button tone="primary" onClick={create}>
              Create a token with this
            </Button>
            <Button onClick={() => setIsAdding(true)}>Add to an existing token</Button>
          </>
        )}
        <div className={`flush ${styles.copies}`} role="group" aria-label="Copy the set">
          <CopyButton
            label="Terraform"
            size="small"
            tone="quiet"
            value={setAsTerraform(
              draft,
              grants.map(({ group }) => group),
            )}
          />
          <CopyButton label="curl" size="small" tone="quiet" value={setAsCurl(draft)} />
          <CopyButton label="JSON" size="small" tone="quiet" value={setAsJson(draft)} />
        </div>
      </div>
      {isBlocked && (
        <Note tone="critical" role="alert" title="Browser storage is blocked. Copy the JSON into the editor instead." />
      )}
      {isAdding && <AddToToken accountId={accountId} needs={needs} onClose={() => setIsAdding(false)} />}
    </Section>
  )
}

type GrantTextProps = { accountId: string; grant: Grant; names: ReadonlyMap<string, string> }

function GrantText({ accountId, grant, names }: GrantTextProps) {
  return (
    <div>
      <b>{grant.group.name}</b>
      <span className="quiet">
        {grantPlaces(grant, names)}. {alternativesWords(grant)}
      </span>
      <Link
        className={styles.quietLink}
        href={paths.access(accountId, { group: grant.group.id, on: grantResource(grant) })}
      >
        Who has it?
      </Link>
    </div>
  )
}
