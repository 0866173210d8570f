import { useDeferredValue, useMemo, useState } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useRequirements } from '#app/parts/use-requirements.ts'
import { useNow } from '#app/parts/use-now.ts'
import { useResourceNames } from '#app/queries/use-resource-names.ts'
import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { canCall } from '#domain/operations/can-call.ts'
import { canCallWords } from '#domain/operations/can-call-words.ts'
import { requestIn } from '#domain/operations/request-path.ts'
import { readReach } from '#domain/reach/token-reach.ts'
import { redactSecrets, redactTyped } from '#domain/secret/redact.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

type CanCallCardProps = {
  token: Token
  /** A request that the address asks about. */
  call: string | undefined
}

/** So many answers are shown; a pasted log may ask hundreds. */
const MOST = 5

/** Whether the token can make a request, by which policy, or what it lacks. */
export function CanCallCard({ token, call }: CanCallCardProps) {
  const accountId = useAccountId()
  const now = useNow()
  const [typed, setTyped] = useState(() => redactSecrets(call ?? '').text)
  const text = useDeferredValue(typed)
  const names = useResourceNames(accountId, false)
  const { read, catalogue, mapFailure, refetch, isBusy } = useRequirements(accountId, text, false)
  const request = requestIn(text)
  const [reach] = useMemo(() => readReach([token], { accountId, catalogue }), [token, accountId, catalogue])
  const needs = read ? read.requirements.flatMap((one) => one.needs.map((need) => ({ key: one.key, need }))) : []

  return (
    <Card className={styles.ask}>
      <Section title="Can it call this?">
        <div className="stack">
          <TextField
            label="Request"
            placeholder="POST /zones/…/purge_cache, or a curl command"
            spellCheck={false}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(redactTyped(event.target.value).text)}
          />
          {mapFailure && (
            <FailureNote
              failure={mapFailure}
              title="Couldn’t load the permissions of the API"
              retry={{ isFetching: isBusy, refetch }}
            />
          )}
          <div role="status" className={styles.answers}>
            {read && needs.length === 0 && <p>No request to Cloudflare’s API found in it.</p>}
            {reach &&
              needs.slice(0, MOST).map(({ key, need }, index) => (
                <p key={`${key} ${index}`}>
                  {needs.length > 1 && <code>{key} </code>}
                  {canCallWords(canCall(reach, need, { accountId, moment: { now } }), names)}
                </p>
              ))}
          </div>
          {request !== null && (
            <p className={styles.answers}>
              <Link href={paths.which(accountId, { call: request })}>Which permission does it need?</Link>
            </p>
          )}
        </div>
      </Section>
    </Card>
  )
}
