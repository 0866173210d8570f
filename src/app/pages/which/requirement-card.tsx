import { useMemo, useState } from 'react'
import { ShowMore } from '#app/parts/show-more.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextSearch } from 'lucide-react'
import type { OperationMap } from '#domain/operations/operation.ts'
import { nearestIn } from '#domain/operations/nearest.ts'
import type { Requirement } from '#domain/operations/requirements.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { MapSource } from './map-source.tsx'
import { RequirementRow } from './requirement-row.tsx'
import { NO_REQUEST, requestsWords } from './requests-words.ts'
import styles from './which.module.css'

type RequirementCardProps = {
  accountId: string
  /** Of zones, by their IDs. */
  names: ReadonlyMap<string, string>
  requirements: Requirement[]
  /** Of an error without a request. */
  meaning: string | null
  /** Requests that were left out. */
  left: number
  map: OperationMap
  isBusy: boolean
  /** Without a catalogue, the map's names are all that is known. */
  hasCatalogue: boolean
}

/** So many are shown at first. */
const SHOWN = 50

/** One row for each operation that the text calls. */
export function RequirementCard(props: RequirementCardProps) {
  const { accountId, names, requirements, meaning, left, map, isBusy, hasCatalogue } = props
  const [shown, setShown] = useState(SHOWN)
  const nearest = useMemo(() => nearestIn(map), [map])
  if (requirements.length === 0)
    return (
      <Card>
        <EmptyState icon={TextSearch} title={NO_REQUEST}>
          {meaning ?? (
            <>
              Paste a curl command, a line such as <code>GET /zones/…/dns_records</code>, a URL of the API, a HAR file,
              a log of Terraform or Wrangler, or the error that Cloudflare sent.
            </>
          )}
        </EmptyState>
      </Card>
    )
  return (
    <Card>
      <section aria-labelledby="requests" aria-busy={isBusy || undefined}>
        <div className={styles.head}>
          <h2 id="requests">{count(requirements.length, 'request')}</h2>
          <p className="quiet">{requestsWords(requirements)}</p>
        </div>
        <ol className={styles.rows}>
          {requirements.slice(0, shown).map((requirement) => (
            <RequirementRow
              key={requirement.key}
              accountId={accountId}
              names={names}
              requirement={requirement}
              nearest={nearest}
              hasCatalogue={hasCatalogue}
            />
          ))}
        </ol>
        {requirements.length > SHOWN && (
          <div className={styles.more}>
            <ShowMore shown={shown} total={requirements.length} step={SHOWN} onShow={setShown} />
          </div>
        )}
        {left > 0 && (
          <p className={`quiet ${styles.more}`}>
            The first 1,000 requests were read; {grouped(left)} more were left out.
          </p>
        )}
        <div className={styles.foot}>
          <MapSource />
        </div>
      </section>
    </Card>
  )
}
