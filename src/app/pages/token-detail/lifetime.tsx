import type { CSSProperties } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import { placeLabels } from '#domain/token/timeline-labels.ts'
import { lifeWords, timelineOf, type TimelineKind } from '#domain/token/timeline.ts'
import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { TimelineLine } from './timeline-line.tsx'
import styles from './timeline.module.css'

/** The share of a label in the narrowest drawn timeline, where it holds "Last used" and a date. */
const LABEL_WIDTH = 0.1

/** The life of a token on a line, in the order of time. Where there is little room, the line is vertical. */
export function Lifetime({ token }: { token: Token }) {
  const now = useNow()
  const { points, spans, isOpen } = timelineOf(token, now)
  const places = placeLabels(
    points.map(({ kind, x }) => ({ x, prefers: kind === 'used' || kind === 'starts' ? 'below' : 'above' })),
    LABEL_WIDTH,
  )
  const labels = points.map((point, index) => ({ ...point, place: places[index] ?? NO_PLACE }))
  const words = lifeWords(token, now)
  const missing = missingWords(token)

  return (
    <Card>
      <Section title="Lifetime" actions={words && <span className="quiet">{words}</span>}>
        <div className={styles.timeline}>
          <TimelineLine spans={spans} labels={labels} isOpen={isOpen} labelWidth={LABEL_WIDTH} />
          <ol
            className={styles.labels}
            aria-label="Lifetime"
            data-below={labels.some(({ place }) => place.lane === 'below') || undefined}
          >
            {labels.map(({ kind, at, place }) => (
              <li
                key={kind}
                data-kind={kind}
                data-lane={place.lane}
                data-align={place.align}
                style={placeStyle(place.from)}
              >
                <b>{labelOf(kind, at > now)}</b>
                <span className="visually-hidden">: </span>
                <Time
                  value={new Date(at).toISOString()}
                  missing=""
                  now={now}
                  format={kind === 'used' ? 'relative' : 'date'}
                />
              </li>
            ))}
          </ol>
        </div>
        {missing && <p className={styles.missing}>{missing}</p>}
      </Section>
    </Card>
  )
}

/** React's type of a style knows no variables. */
const placeStyle = (from: number) => ({ '--from': from, '--width': LABEL_WIDTH }) as CSSProperties

const NO_PLACE = { from: 0, lane: 'above', align: 'start' } as const

function labelOf(kind: TimelineKind, isAhead: boolean): string {
  if (kind === 'starts') return isAhead ? 'Starts' : 'Started'
  if (kind === 'expires') return isAhead ? 'Expires' : 'Expired'
  return { issued: 'Issued', modified: 'Modified', used: 'Last used', now: 'Now' }[kind]
}

/** What has no place on the line: "Issued: unknown. Never used." */
function missingWords(token: Token): string {
  const unreadable = [
    ['Issued', token.issuedOn ?? 'unknown'],
    ['Modified', token.modifiedOn ?? 'unknown'],
    ['Starts', token.notBefore],
    ['Last used', token.lastUsedOn],
    ['Expires', token.expiresOn],
  ].flatMap(([label, text]) => (typeof text === 'string' && Number.isNaN(msOf(text)) ? [`${label}: ${text}.`] : []))
  return [...unreadable, ...(token.lastUsedOn === null ? ['Never used.'] : [])].join(' ')
}
